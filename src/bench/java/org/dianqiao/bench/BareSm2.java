package org.dianqiao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.dianqiao.trust.SigningKey;

/** The yardstick: SM2 and nothing else, on one thread of this machine. */
record BareSm2(double signMicros, double verifyMicros) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 4000;
    private static final int COUNTED = 6000;

    /** BouncyCastle's own signer and verifier, kept and initialised. */
    static BareSm2 ofBouncyCastle() throws Exception {
        AsymmetricCipherKeyPair pair = pair();
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), new SecureRandom()));
        SM2Signer verifier = new SM2Signer();
        verifier.init(false, pair.getPublic());
        return measure(
                manifest -> sign(signer, manifest), (manifest, signature) -> verify(verifier, manifest, signature));
    }

    /** The gateway's, as it uses them. */
    static BareSm2 ofTheGateway(Path sandbox) throws Exception {
        char[] password = Files.readString(sandbox.resolve("gateway.password")).toCharArray();
        SigningKey key = SigningKey.open(sandbox.resolve("gateway.p12"), password);
        return measure(key::sign, key.certificate()::verifies);
    }

    private static BareSm2 measure(Signing signing, Verifying verifying) throws Exception {
        byte[] manifest = new byte[400];
        byte[] signature = signing.of(manifest);
        double sign = 0;
        double verify = 0;
        for (int count : new int[] {WARM_UP, COUNTED}) {
            sign = micros(count, () -> signing.of(manifest));
            verify = micros(count, () -> require(verifying.holds(manifest, signature)));
        }
        return new BareSm2(sign, verify);
    }

    double millis(int signatures, int verifications) {
        return (signatures * signMicros + verifications * verifyMicros) / 1000;
    }

    private interface Signing {
        byte[] of(byte[] content) throws Exception;
    }

    private interface Verifying {
        boolean holds(byte[] content, byte[] signature) throws Exception;
    }

    private interface Operation {
        void run() throws Exception;
    }

    /** Processor time, as the gateway's is counted: a busy neighbour lengthens neither. */
    private static double micros(int count, Operation operation) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            operation.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1000.0 / count;
    }

    private static byte[] sign(SM2Signer signer, byte[] content) throws CryptoException {
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    private static boolean verify(SM2Signer verifier, byte[] content, byte[] signature) {
        verifier.update(content, 0, content.length);
        return verifier.verifySignature(signature);
    }

    private static void require(boolean verified) {
        if (!verified) {
            throw new IllegalStateException("a right signature did not verify");
        }
    }

    private static AsymmetricCipherKeyPair pair() {
        X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
        BigInteger order = curve.getN();
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECDomainParameters(curve.getCurve(), curve.getG(), order), new SecureRandom()));
        return generator.generateKeyPair();
    }
}
