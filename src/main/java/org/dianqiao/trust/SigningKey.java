package org.dianqiao.trust;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** A private key with its certificate and the certificates that vouch for that one. Any number of threads may sign. */
public final class SigningKey {

    private static final Multiples BASE = Multiples.secret(Sm2.DOMAIN.getG());

    private final BigInteger onePlusKeyInverse;
    private final SM3Digest begun;
    private final SecureRandom random = new SecureRandom();
    private final List<Sm2Certificate> chain;
    private final Envelope envelope;

    /** The chain begins with the certificate of this very key. */
    public SigningKey(ECPrivateKeyParameters key, List<Sm2Certificate> chain) {
        this.onePlusKeyInverse = BigIntegers.modOddInverse(Sm2.N, key.getD().add(BigInteger.ONE));
        this.begun = Sm2.begunFor(new FixedPointCombMultiplier().multiply(Sm2.DOMAIN.getG(), key.getD()));
        this.chain = List.copyOf(chain);
        this.envelope = new Envelope(certificate());
        Fields.require(certificate().isOf(key.getD()), "the key is not that of " + certificate());
    }

    /** The one key of a PKCS#12 file. IllegalArgumentException where the file or the password is wrong. */
    public static SigningKey open(Path pkcs12, char[] password) {
        return Pkcs12.open(pkcs12, password);
    }

    public Sm2Certificate certificate() {
        return chain.get(0);
    }

    public List<Sm2Certificate> chain() {
        return chain;
    }

    /** A signature as DER SEQUENCE{r, s}. */
    public byte[] sign(byte[] content) {
        BigInteger e = Sm2.e(begun, content);
        while (true) {
            BigInteger k = BigIntegers.createRandomInRange(BigInteger.ONE, Sm2.N.subtract(BigInteger.ONE), random);
            PointSum point = BASE.times(k);
            if (point.failed()) {
                continue;
            }
            BigInteger r = e.add(point.affineX()).mod(Sm2.N);
            BigInteger s = onePlusKeyInverse.multiply(k.add(r)).subtract(r).mod(Sm2.N);
            if (r.signum() != 0 && s.signum() != 0 && !r.add(k).equals(Sm2.N)) {
                return new Sm2Signature(r, s).der();
            }
        }
    }

    /** The content's signature as the SignedData that goes beside it. */
    public byte[] seal(byte[] content) {
        return envelope.around(sign(content));
    }
}
