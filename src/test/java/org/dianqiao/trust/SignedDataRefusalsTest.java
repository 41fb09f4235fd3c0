package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianqiao.trust.SignatureDraft.attribute;
import static org.dianqiao.trust.SignatureDraft.contentType;
import static org.dianqiao.trust.SignatureDraft.messageDigest;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no signature, and what is one of something else. */
class SignedDataRefusalsTest {

    private static final String DATA = "1.2.156.10197.6.1.4.2.1";
    private static final String SIGNED_DATA = "1.2.156.10197.6.1.4.2.2";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SM2_SIGNATURE = "1.2.156.10197.1.301.1";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    private static final byte[] MANIFEST = "{\"v\":1,\"id\":\"zz-1\"}".getBytes(UTF_8);
    private static final byte[] DIGEST = Sm3.of(MANIFEST);
    private static final SigningKey SENDER = TestAuthority.named("河南省数字证书认证中心").issue("河南中原置业有限公司");
    private static final Sm2Signature GOOD =
            Sm2Signature.read(SENDER.sign(MANIFEST)).orElseThrow();

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no signer", draft().signers(0), "not exactly one signer"),
                argumentSet("two signers", draft().signers(2), "not exactly one signer"),
                argumentSet("data, not signedData", draft().types(DATA, DATA), "not of type signedData"),
                argumentSet("signedData within", draft().types(SIGNED_DATA, SIGNED_DATA), "content not of type data"),
                argumentSet("another digest", draft().algorithms(SHA256, SM2_SIGNATURE), "another digest algorithm"),
                argumentSet("SM3 as signature", draft().algorithms(SM3, SM3), "another signature algorithm"),
                argumentSet(
                        "the curve as signature", draft().algorithms(SM3, "1.2.156.10197.1.301"), "another signature"),
                argumentSet("other parameters", draft().parameters(new ASN1Integer(0)), "more than belongs there"),
                argumentSet("version 2", draft().versions(2, 1), "SignedData of an unknown version"),
                argumentSet("signer's version 2", draft().versions(1, 2), "another version"),
                argumentSet("key id in version 1", draft().byKeyId(new byte[20]).versions(1, 1), "another version"),
                argumentSet("issuer in version 3", draft().versions(3, 3), "another version"),
                argumentSet("raw r and s", signature(raw(GOOD)), "not DER r and s"),
                argumentSet("an empty signature", signature(new byte[0]), "not DER r and s"),
                argumentSet(
                        "r and s with a byte behind",
                        signature(Arrays.copyOf(GOOD.der(), GOOD.der().length + 1)),
                        "not DER"),
                argumentSet("r of zero", signature(BigInteger.ZERO, GOOD.s()), "not DER r and s"),
                argumentSet("s of zero", signature(GOOD.r(), BigInteger.ZERO), "not DER r and s"),
                argumentSet("r of n", signature(Sm2.N, GOOD.s()), "not DER r and s"),
                argumentSet("s of n", signature(GOOD.r(), Sm2.N), "not DER r and s"),
                argumentSet("s plus n", signature(GOOD.r(), GOOD.s().add(Sm2.N)), "not DER r and s"),
                argumentSet("negative r", signature(GOOD.r().negate(), GOOD.s()), "not DER r and s"),
                argumentSet("r with a zero in front", signature(padded(GOOD)), "not DER r and s"),
                argumentSet("no attribute", draft().attributes(), "without contentType"),
                argumentSet("no messageDigest", draft().attributes(contentType(DATA)), "without messageDigest"),
                argumentSet("no contentType", draft().attributes(messageDigest(DIGEST)), "without contentType"),
                argumentSet(
                        "contentType of another",
                        draft().attributes(contentType(SIGNED_DATA), messageDigest(DIGEST)),
                        "contentType of another content"),
                argumentSet(
                        "two digests",
                        draft().attributes(contentType(DATA), messageDigest(DIGEST), messageDigest(new byte[32])),
                        "a signed attribute twice"),
                argumentSet(
                        "a digest of two values",
                        draft().attributes(
                                        contentType(DATA),
                                        attribute(
                                                "1.2.840.113549.1.9.4",
                                                new DEROctetString(DIGEST),
                                                new DEROctetString(new byte[32]))),
                        "messageDigest without exactly one value"),
                argumentSet(
                        "a contentType of two values",
                        draft().attributes(
                                        attribute(
                                                "1.2.840.113549.1.9.3",
                                                new ASN1ObjectIdentifier(DATA),
                                                new ASN1ObjectIdentifier(SIGNED_DATA)),
                                        messageDigest(DIGEST)),
                        "contentType without exactly one value"),
                argumentSet(
                        "another attribute twice",
                        draft().attributes(
                                        contentType(DATA),
                                        messageDigest(DIGEST),
                                        attribute("1.2.3.4", new ASN1Integer(1)),
                                        attribute("1.2.3.4", new ASN1Integer(2))),
                        "a signed attribute twice"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(SignatureDraft form, String reason) {
        assertThatExceptionOfType(NotSignedData.class)
                .isThrownBy(() -> SignedData.read(form.bytes()))
                .withMessageContaining(reason);
        assertThatExceptionOfType(NotSignedData.class)
                .isThrownBy(() -> SignedData.read(form.ber().bytes()))
                .withMessageContaining(reason);
    }

    @Test
    void doesNotHoldWhenTheEmbeddedContentDiffers() {
        SignedData read =
                SignedData.read(draft().embedding("{}".getBytes(UTF_8)).bytes());

        assertThat(read.holds(MANIFEST, SENDER.certificate())).isFalse();
    }

    @Test
    void doesNotHoldWhenTheEmbeddedContentIsEmpty() {
        SignedData read = SignedData.read(draft().embedding(new byte[0]).bytes());

        assertThat(read.holds(MANIFEST, SENDER.certificate())).isFalse();
    }

    @Test
    void doesNotHoldWhenTheAttributesSpeakOfAnotherContent() {
        SignedData read = SignedData.read(draft().attributes(contentType(DATA), messageDigest(new byte[32]))
                .bytes());

        assertThat(read.holds(MANIFEST, SENDER.certificate())).isFalse();
    }

    /** The classic confusion: signed attributes, taken out and presented as the content itself. */
    @Test
    void doesNotTakeAttributesForContent() {
        SignatureDraft attributes = draft().attributes(contentType(DATA), messageDigest(DIGEST));
        SignedData read = SignedData.read(attributes.bytes());

        assertThat(read.holds(MANIFEST, SENDER.certificate())).isTrue();
        assertThat(read.holds(attributes.toSign(), SENDER.certificate())).isFalse();
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = SENDER.seal(MANIFEST);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SignedData.read(cut)).isInstanceOf(NotSignedData.class);
        }
    }

    @Test
    void refusesBytesBehind() {
        byte[] whole = SENDER.seal(MANIFEST);

        assertThatThrownBy(() -> SignedData.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(NotSignedData.class)
                .hasMessage("bytes after the end");
    }

    private static SignatureDraft draft() {
        return new SignatureDraft(SENDER, MANIFEST);
    }

    private static SignatureDraft signature(byte[] bytes) {
        return draft().signature(bytes);
    }

    private static SignatureDraft signature(BigInteger r, BigInteger s) {
        return signature(new Sm2Signature(r, s).der());
    }

    private static byte[] raw(Sm2Signature signature) {
        byte[] raw = new byte[64];
        BigIntegers.asUnsignedByteArray(signature.r(), raw, 0, 32);
        BigIntegers.asUnsignedByteArray(signature.s(), raw, 32, 32);
        return raw;
    }

    private static byte[] padded(Sm2Signature signature) {
        byte[] der = signature.der();
        byte[] padded = new byte[der.length + 1];
        System.arraycopy(der, 0, padded, 0, 4);
        System.arraycopy(der, 4, padded, 5, der.length - 4);
        padded[1]++;
        padded[3]++;
        return padded;
    }
}
