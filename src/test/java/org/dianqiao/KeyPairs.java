package org.dianqiao;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Keys as others have them. One of RSA takes long to find: a process finds a few and deals them out in turn. */
public final class KeyPairs {

    private static final AtomicInteger DEALT = new AtomicInteger();

    private KeyPairs() {}

    private static final class Found {

        private static final KeyPair[] RSA =
                Stream.generate(() -> fresh("RSA")).limit(4).toArray(KeyPair[]::new);
    }

    /** Of four that are dealt out one after the other none is another's. */
    public static KeyPair rsa() {
        return Found.RSA[DEALT.getAndIncrement() % Found.RSA.length];
    }

    /** RSA or EC; nobody else has had it. */
    public static KeyPair fresh(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
