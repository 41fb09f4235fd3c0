package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    private static final byte[] MANIFEST = "项目代码 2609-410105-04-01-123459".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Identity platform;
    private Signatories known;

    @BeforeEach
    void makeKeys() throws IOException {
        Town town = Town.in(folder);
        platform = town.approvalPlatform();
        known = town.pinned("approval.henan/certificate.pem");
    }

    @Test
    void sealsSoThatBouncyCastleAgrees() throws Exception {
        CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(MANIFEST), platform.seal(MANIFEST));
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        assertThat(cms.getSignerInfos().size()).isEqualTo(1);
        assertThat(signer.getEncryptionAlgOID()).isEqualTo("1.2.156.10197.1.301.1");
        assertThat(signer.getSignedAttributes()).isNull();
        assertThat(signer.verify(bouncyCastlesVerifier())).isTrue();
    }

    @Test
    void knowsItsOwnSeal() {
        assertThat(known.of(MANIFEST, platform.seal(MANIFEST)))
                .map(Signatory::certificate)
                .contains(platform.certificate());
    }

    @Test
    void believesNoSealWithAnyBitChanged() {
        byte[] seal = platform.seal(MANIFEST);
        for (int bit = 0; bit < seal.length * 8; bit++) {
            seal[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(known.of(MANIFEST, seal)).as("bit " + bit).isEmpty();
            seal[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void believesNoSealOverOtherBytes() {
        assertThat(known.of("另一份".getBytes(StandardCharsets.UTF_8), platform.seal(MANIFEST)))
                .isEmpty();
    }

    @Test
    void believesNoSealOfAnother() throws IOException {
        Identity gateway = new Town(folder).gateway();
        assertThat(known.of(MANIFEST, gateway.seal(MANIFEST))).isEmpty();
        assertThat(new Town(folder).pinned("gateway.pem").of(MANIFEST, gateway.seal(MANIFEST)))
                .isPresent();
    }

    @Test
    void believesNothingOfABareSignature() {
        assertThat(known.of(MANIFEST, new byte[0])).isEmpty();
        assertThat(known.of(MANIFEST, new byte[64])).isEmpty();
    }

    @Test
    void takesNoKeyThatIsNotItsCertificates() {
        Path keys = folder;
        assertThatThrownBy(() -> Identity.open(
                        "grid.henan",
                        keys.resolve("approval.henan/key.pem"),
                        keys.resolve("grid.henan/certificate.pem")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the key of its certificate");
    }

    private SignerInformationVerifier bouncyCastlesVerifier() throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        return new SignerInformationVerifier(
                new NamesOfGbt35275(),
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new JcaContentVerifierProviderBuilder()
                        .setProvider(provider)
                        .build(new JcaX509CertificateConverter()
                                .setProvider(provider)
                                .getCertificate(platform.certificate())),
                new JcaDigestCalculatorProviderBuilder().setProvider(provider).build());
    }

    /** BouncyCastle does not know by itself what GB/T 35275 calls an SM2 signature. */
    private static final class NamesOfGbt35275 extends DefaultCMSSignatureAlgorithmNameGenerator {

        NamesOfGbt35275() {
            setSigningEncryptionAlgorithmMapping(new ASN1ObjectIdentifier("1.2.156.10197.1.301.1"), "SM2");
        }
    }
}
