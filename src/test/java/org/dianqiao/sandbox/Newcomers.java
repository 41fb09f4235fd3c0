package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Partners who come to a gateway that runs already: their file and a certificate of the sandbox's root are put there. */
public final class Newcomers {

    private Newcomers() {}

    /** A new key pair; its certificate is registered for the partner, beside those that are there. */
    public static Identity register(Path home, String partner) {
        try {
            Identity identity = unregistered(home, partner);
            put(file(home, identity), Pem.of(identity.certificate()));
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its certificate is of the right root, but nobody was told of it. */
    public static Identity unregistered(Path home, String partner) throws IOException {
        AsymmetricCipherKeyPair pair = Authority.newPair();
        X509CertificateHolder certificate = root(home).issue(partner, pair.getPublic(), Instant.now());
        return Identity.of(partner, (ECPrivateKeyParameters) pair.getPrivate(), certificate);
    }

    /** What is put here is there whole or not at all. */
    public static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the gateway whose certificate is pinned has signed this, in the one form that it may have. */
    public static boolean sealedBy(Signatories gateway, byte[] content, byte[] signedData) {
        return gateway.of(content, signedData).isPresent();
    }

    /** Those who believe this identity, and no other of the same partner. */
    public static Signatories signatories(Path home, Identity newcomer) throws IOException {
        return Signatories.pinned(file(home, newcomer));
    }

    private static Path file(Path home, Identity newcomer) {
        String serial = newcomer.certificate().getSerialNumber().toString(16);
        return home.resolve("certs/partners/" + newcomer.id() + "/" + serial + ".pem");
    }

    private static Authority root(Path home) throws IOException {
        Path folder = home.resolve("data/sandbox");
        ECPrivateKeyParameters key =
                (ECPrivateKeyParameters) PrivateKeyFactory.createKey(Pem.key(folder.resolve("root-key.pem")));
        return new Authority(key, Pem.certificate(folder.resolve("root.pem")));
    }
}
