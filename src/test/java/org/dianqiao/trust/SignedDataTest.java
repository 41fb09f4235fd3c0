package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.trust.SignatureDraft.contentType;
import static org.dianqiao.trust.SignatureDraft.messageDigest;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form in which the protocol accepts a signature. */
class SignedDataTest {

    private static final String DATA = "1.2.156.10197.6.1.4.2.1";
    private static final String SIGNED_DATA = "1.2.156.10197.6.1.4.2.2";
    private static final String PKCS7_DATA = "1.2.840.113549.1.7.1";
    private static final String PKCS7_SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";

    private static final byte[] MANIFEST =
            "{\"v\":1,\"id\":\"zz-1\",\"service\":\"project.code-assigned\",\"from\":\"approval.henan\"}"
                    .getBytes(UTF_8);
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心");
    private static final SigningKey SENDER = ROOT.issue("河南省投资项目在线审批监管平台");
    private static final Sm2Certificate SIGNER = SENDER.certificate();
    private static final Trust TRUST = trusting(SIGNER);
    private static final byte[] SM3_OF_MANIFEST = Sm3.of(MANIFEST);

    static Stream<Arguments> accepted() {
        return Stream.of(
                argumentSet("the form that we emit", draft()),
                argumentSet("BER with indefinite lengths", draft().ber()),
                argumentSet("BER with content in pieces", draft().ber().embedding(MANIFEST)),
                argumentSet("the content types of PKCS#7", draft().types(PKCS7_SIGNED_DATA, PKCS7_DATA)),
                argumentSet("the inner type of PKCS#7 only", draft().types(SIGNED_DATA, PKCS7_DATA)),
                argumentSet(
                        "SM2 with SM3 as digest algorithm", draft().algorithms(SM2_WITH_SM3, "1.2.156.10197.1.301.1")),
                argumentSet("SM2 with SM3 as signature algorithm", draft().algorithms(SM3, SM2_WITH_SM3)),
                argumentSet("NULL parameters", draft().parameters(SignatureDraft.absentAsNull())),
                argumentSet("a signer named by key id", draft().byKeyId(SIGNER.keyId())),
                argumentSet("version 3 as CMS writes it", draft().versions(3, 1)),
                argumentSet("the chain along", draft().certificates(ROOT.certificate(), SIGNER)),
                argumentSet("a revocation list along", draft().list(ROOT.crl(SIGNER.serial()))),
                argumentSet("unsigned attributes", draft().unsignedAttributes()),
                argumentSet("no certificate", draft().certificates()),
                argumentSet(
                        "no certificate, named by key id",
                        draft().certificates().byKeyId(SIGNER.keyId())),
                argumentSet("the content embedded", draft().embedding(MANIFEST)),
                argumentSet("signed attributes", attributes()),
                argumentSet("signed attributes in BER", attributes().ber()),
                argumentSet("signed attributes in another order", attributes().backwards()),
                argumentSet(
                        "signed attributes with the inner type of PKCS#7",
                        draft().types(PKCS7_SIGNED_DATA, PKCS7_DATA)
                                .attributes(contentType(PKCS7_DATA), messageDigest(SM3_OF_MANIFEST))));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepts(SignatureDraft form) {
        SignedData read = SignedData.read(form.bytes());

        assertThat(read.signer(TRUST)).containsSame(SIGNER);
        assertThat(read.holds(MANIFEST, SIGNER)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void holdsForThisContentAndThisSignerOnly(SignatureDraft form) {
        SignedData read = SignedData.read(form.bytes());
        byte[] other = MANIFEST.clone();
        other[7] ^= 1;

        assertThat(read.holds(other, SIGNER)).isFalse();
        assertThat(read.holds(new byte[0], SIGNER)).isFalse();
        assertThat(read.holds(MANIFEST, ROOT.certificate())).isFalse();
    }

    @Test
    void emitsWhatBouncyCastleWritesFromTheSameFields() {
        byte[] sealed = SENDER.seal(MANIFEST);

        assertThat(sealed).isEqualTo(draft().signature(signatureIn(sealed)).bytes());
    }

    @Test
    void knowsOursWithoutReadingItAgainButAsNobodysOfThePartners() {
        Trust ours = new Trust(
                Map.of(),
                List.of(SIGNER),
                new Authorities(List.of(ROOT.certificate()), List.of()),
                new Revocations(List.of()));

        assertThat(SignedData.read(draft().bytes()).signer(ours)).containsSame(SIGNER);
        assertThat(SignedData.read(draft().certificates().bytes()).signer(ours)).isEmpty();
        assertThat(ours.certificates()).doesNotContain(SIGNER);
    }

    @Test
    void readsWhatItEmits() {
        SignedData read = SignedData.read(SENDER.seal(MANIFEST));

        assertThat(read.signer(TRUST)).containsSame(SIGNER);
        assertThat(read.holds(MANIFEST, SIGNER)).isTrue();
    }

    @Test
    void namesAnUnknownSignerByTheCertificateThatCameAlong() {
        Sm2Certificate stranger = ROOT.issue("陌生人").certificate();

        assertThat(SignedData.read(draft().bytes()).signer(trusting(stranger))).contains(SIGNER);
    }

    @Test
    void namesNobodyWhenNothingIsAlongAndNothingRegistered() {
        Trust nobody = trusting(ROOT.issue("陌生人").certificate());

        assertThat(SignedData.read(draft().certificates().bytes()).signer(nobody))
                .isEmpty();
    }

    @Test
    void namesNobodyWhenSomebodyElsesCertificateCameAlong() {
        SignedData read =
                SignedData.read(draft().certificates(ROOT.certificate()).bytes());

        assertThat(read.signer(TRUST)).isEmpty();
    }

    @Test
    void doesNotPutTheRegisteredCertificateInThePlaceOfADamagedOne() {
        byte[] signed = draft().bytes();
        int at = indexOf(signed, SIGNER.der());
        for (int i = at; i < at + SIGNER.der().length; i++) {
            byte[] damaged = signed.clone();
            damaged[i] ^= 1;
            assertThat(signer(damaged)).as("byte %d", i).isNotEqualTo(Optional.of(SIGNER));
        }
    }

    private static Optional<Sm2Certificate> signer(byte[] signed) {
        try {
            return SignedData.read(signed).signer(TRUST);
        } catch (NotSignedData e) {
            return Optional.empty();
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        return HexFormat.of().formatHex(all).indexOf(HexFormat.of().formatHex(part)) / 2;
    }

    @Test
    void tellsOneThatDidNotComeAlongByItsNumberOrItsKey() {
        SignedData byNumber = SignedData.read(draft().certificates().bytes());
        SignedData byKey =
                SignedData.read(draft().certificates().byKeyId(SIGNER.keyId()).bytes());

        assertThat(byNumber.signerAlong(TRUST)).isEmpty();
        assertThat(byNumber.signerSm3()).isEqualTo(SIGNER.numberSm3());
        assertThat(byKey.signerSm3()).isEqualTo(SIGNER.keyIdSm3());
    }

    @Test
    void namesNobodyWhenTheIdFitsTwoRegisteredCertificates() {
        ECPrivateKeyParameters key = TestAuthority.newKey();
        Sm2Certificate first = ROOT.draft("国网河南省电力公司").key(key).issue().certificate();
        Sm2Certificate renewed = ROOT.draft("国网河南省电力公司").key(key).issue().certificate();
        SignedData read =
                SignedData.read(draft().certificates().byKeyId(first.keyId()).bytes());

        assertThat(read.signer(trusting(first))).contains(first);
        assertThat(read.signer(trusting(first, renewed))).isEmpty();
    }

    @Test
    void prefersTheRegisteredCertificateToAForgedOneOfTheSameName() {
        Sm2Certificate forged = TestAuthority.named("河南省数字证书认证中心")
                .draft("冒充者")
                .serial(SIGNER.serial())
                .issue()
                .certificate();

        SignedData read = SignedData.read(draft().certificates(forged, SIGNER).bytes());

        assertThat(read.signer(TRUST)).containsSame(SIGNER);
    }

    private static SignatureDraft draft() {
        return new SignatureDraft(SENDER, MANIFEST);
    }

    private static SignatureDraft attributes() {
        return draft().attributes(
                        contentType(DATA),
                        messageDigest(SM3_OF_MANIFEST),
                        SignatureDraft.attribute("1.2.840.113549.1.9.5", new DERUTCTime("261101080000Z")));
    }

    private static byte[] signatureIn(byte[] sealed) {
        ASN1TaggedObject content =
                (ASN1TaggedObject) ASN1Sequence.getInstance(sealed).getObjectAt(1);
        ASN1Set signers =
                ASN1Set.getInstance(ASN1Sequence.getInstance(content, true).getObjectAt(4));
        ASN1Sequence signer = ASN1Sequence.getInstance(signers.getObjectAt(0));
        return ASN1OctetString.getInstance(signer.getObjectAt(4)).getOctets();
    }

    private static Trust trusting(Sm2Certificate... certificates) {
        return new Trust(
                Map.of("approval.henan", List.of(certificates)),
                List.of(),
                new Authorities(List.of(ROOT.certificate()), List.of()),
                new Revocations(List.of()));
    }
}
