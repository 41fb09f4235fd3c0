package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

class VerifyingKeyTest {

    private static final byte[] MESSAGE = "message digest".getBytes(US_ASCII);
    private static final Sm2Signature PUBLISHED = new Sm2Signature(
            number("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
            number("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));

    /** The example of GB/T 32918.5, by both ways of multiplying: without a table first, later with one. */
    @Test
    void verifiesThePublishedExampleHoweverOften() {
        VerifyingKey key = publishedKey();

        for (int use = 0; use < 10; use++) {
            assertThat(key.verifies(MESSAGE, PUBLISHED.der())).isTrue();
            assertThat(key.verifies(MESSAGE, new Sm2Signature(PUBLISHED.s(), PUBLISHED.r()).der()))
                    .isFalse();
        }
    }

    @Test
    void makesThePublishedDigest() {
        assertThat(Sm2.e(Sm2.begunFor(publishedPoint()), MESSAGE))
                .isEqualTo(number("F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640"));
    }

    @Test
    void agreesWithBouncyCastleOnRandomMessages() {
        Random random = new Random(32918);
        for (int round = 0; round < 40; round++) {
            ECPrivateKeyParameters pair = TestAuthority.newKey();
            VerifyingKey key = new VerifyingKey(TestAuthority.publicKey(pair));
            for (int use = 0; use < 25; use++) {
                byte[] content = new byte[random.nextInt(2_000)];
                random.nextBytes(content);
                byte[] signature = TestAuthority.signature(pair, content);
                assertThat(key.verifies(content, signature)).isTrue();
                signature[signature.length - 1 - random.nextInt(30)] ^= (byte) (1 << random.nextInt(8));
                assertThat(key.verifies(content, signature)).isFalse();
            }
        }
    }

    /** Where the key is the base itself or its opposite, the quick sum can fail on the way; the answer must not. */
    @Test
    void verifiesAlsoForKeysThatStandInTheWayOfTheQuickSum() {
        for (BigInteger secret : new BigInteger[] {BigInteger.ONE, BigInteger.TWO, Sm2.N.subtract(BigInteger.TWO)}) {
            ECPrivateKeyParameters pair = new ECPrivateKeyParameters(secret, Sm2.DOMAIN);
            VerifyingKey key = new VerifyingKey(TestAuthority.publicKey(pair));
            for (int use = 0; use < 10; use++) {
                assertThat(key.verifies(MESSAGE, TestAuthority.signature(pair, MESSAGE)))
                        .isTrue();
            }
        }
    }

    private static VerifyingKey publishedKey() {
        return new VerifyingKey(publishedPoint());
    }

    private static ECPoint publishedPoint() {
        return Sm2.DOMAIN
                .getCurve()
                .createPoint(
                        number("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"),
                        number("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"));
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }
}
