package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.dianqiao.docs.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final char[] PASSWORD = "郑州2609".toCharArray();
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心");
    private static final TestAuthority CITY = ROOT.below("郑州市数字证书认证中心");
    private static final ECPrivateKeyParameters KEY = TestAuthority.newKey();
    private static final SigningKey SENDER = CITY.draft("河南中原置业有限公司").key(KEY).issue();

    @TempDir
    Path folder;

    @Test
    void signsWhatBouncyCastleVerifies() {
        for (int length = 0; length < 300; length++) {
            byte[] content = new byte[length];
            assertThat(bouncyCastleVerifies(content, SENDER.sign(content))).isTrue();
        }
    }

    @Test
    void signsEveryMessageWithANumberOfItsOwn() {
        Set<BigInteger> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 2_000)
                .parallel()
                .forEach(round -> seen.add(Sm2Signature.read(SENDER.sign(new byte[1]))
                        .orElseThrow()
                        .r()));

        assertThat(seen).hasSize(2_000);
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SigningKey(TestAuthority.newKey(), SENDER.chain()))
                .withMessageContaining("the key is not that of");
    }

    @Test
    void opensWhatBouncyCastleStores() throws Exception {
        assertOpens(stored(SENDER.chain()));
    }

    @Test
    void opensAKeyWithACertificateInTheFormOf2023() throws Exception {
        SigningKey modern = CITY.draft("国网河南省电力公司").key(KEY).keyOf2023().issue();

        SigningKey opened = SigningKey.open(storedBagByBag(modern.chain()), PASSWORD);

        assertThat(opened.chain()).isEqualTo(modern.chain());
    }

    @Test
    void opensWhatOpenSslExports() throws Exception {
        Programs.require("openssl");
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN " + "PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pkcs8())
                        + "\n-----END PRIVATE KEY-----\n");
        Path leaf = Files.writeString(
                folder.resolve("leaf.pem"), SENDER.certificate().pem());
        Path above = Files.writeString(
                folder.resolve("above.pem"),
                CITY.certificate().pem() + ROOT.certificate().pem());
        Path store = folder.resolve("openssl.p12");

        assertThat(openSsl(
                        "pkcs12",
                        "-export",
                        "-inkey",
                        key.toString(),
                        "-in",
                        leaf.toString(),
                        "-certfile",
                        above.toString(),
                        "-out",
                        store.toString(),
                        "-passout",
                        "pass:" + new String(PASSWORD)))
                .isZero();

        assertOpens(store);
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        Path store = stored(SENDER.chain());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.open(store, "wrong".toCharArray()))
                .withMessage(store + " cannot be opened: the password is wrong or the file was changed");
    }

    @Test
    void refusesAFileThatIsNoKeyStore() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.p12"), "not a key store");

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.open(file, PASSWORD));
    }

    private static void assertOpens(Path store) {
        SigningKey opened = SigningKey.open(store, PASSWORD);
        byte[] content = "2609-410105-04-01-123459".getBytes(UTF_8);

        assertThat(opened.chain()).isEqualTo(SENDER.chain());
        assertThat(SENDER.certificate().verifies(content, opened.sign(content))).isTrue();
    }

    private Path stored(List<Sm2Certificate> chain) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        List<java.security.cert.Certificate> certificates = new ArrayList<>();
        for (Sm2Certificate certificate : chain) {
            certificates.add(new JcaX509CertificateConverter()
                    .setProvider(provider)
                    .getCertificate(new X509CertificateHolder(certificate.der())));
        }
        KeyStore store = KeyStore.getInstance("PKCS12", provider);
        store.load(null, null);
        store.setKeyEntry(
                "gateway",
                BouncyCastleProvider.getPrivateKey(PrivateKeyInfoFactory.createPrivateKeyInfo(KEY)),
                PASSWORD,
                certificates.toArray(java.security.cert.Certificate[]::new));
        Path file = folder.resolve("gateway.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    /** By hand, because BouncyCastle's key store refuses certificates in the form of 2023. */
    private Path storedBagByBag(List<Sm2Certificate> chain) throws Exception {
        OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(new BouncyCastleProvider())
                .build(PASSWORD);
        PKCS12SafeBag key =
                new PKCS12SafeBagBuilder(PrivateKeyInfoFactory.createPrivateKeyInfo(KEY), encryptor).build();
        PKCS12PfxPduBuilder store = new PKCS12PfxPduBuilder().addData(key);
        for (Sm2Certificate certificate : chain) {
            store.addData(new PKCS12SafeBagBuilder(new X509CertificateHolder(certificate.der())).build());
        }
        PKCS12MacCalculatorBuilder mac = new BcPKCS12MacCalculatorBuilder();
        return Files.write(
                folder.resolve("gateway.p12"), store.build(mac, PASSWORD).getEncoded());
    }

    private static byte[] pkcs8() throws IOException {
        return PrivateKeyInfoFactory.createPrivateKeyInfo(KEY).getEncoded();
    }

    private int openSsl(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("openssl.log").toFile())
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            return -1;
        }
    }

    private static boolean bouncyCastleVerifies(byte[] content, byte[] signature) {
        SM2Signer verifier = new SM2Signer();
        verifier.init(false, new ECPublicKeyParameters(TestAuthority.publicKey(KEY), Sm2.DOMAIN));
        verifier.update(content, 0, content.length);
        return verifier.verifySignature(signature);
    }
}
