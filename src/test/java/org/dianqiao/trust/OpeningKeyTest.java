package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpeningKeyTest {

    private static final char[] PASSWORD = "郑州2609".toCharArray();
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心");
    private static final ECPrivateKeyParameters SIGNING = TestAuthority.newKey();
    private static final ECPrivateKeyParameters ENCRYPTION = TestAuthority.newKey();
    private static final byte[] WORDS = "{\"czzt\":\"河南中原置业有限公司\"}".getBytes(UTF_8);

    private final OpeningKey key = new OpeningKey(List.of(SIGNING, ENCRYPTION));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(SM2Engine.Mode.class)
    void opensBothOrdersOfThePieces(SM2Engine.Mode mode) {
        assertThat(key.opened(sealed(mode, SIGNING))).isEqualTo(WORDS);
        assertThat(key.opened(sealed(mode, ENCRYPTION))).isEqualTo(WORDS);
    }

    /** One point in 256 begins with the byte that may be missing. */
    @Test
    void opensWithoutTheByteOfAnUncompressedPoint() {
        Stream<byte[]> some =
                IntStream.range(0, 600).mapToObj(n -> withoutFirst(sealed(SM2Engine.Mode.C1C3C2, SIGNING)));
        assertThat(some).allSatisfy(cipher -> assertThat(key.opened(cipher)).isEqualTo(WORDS));
    }

    @Test
    void refusesWhatWasChanged() {
        byte[] cipher = sealed(SM2Engine.Mode.C1C3C2, SIGNING);
        for (int i = 0; i < cipher.length; i++) {
            byte[] changed = cipher.clone();
            changed[i] ^= 1;
            assertRefuses(changed);
        }
    }

    @Test
    void refusesWhatIsForSomebodyElseOrTooShort() {
        assertRefuses(sealed(SM2Engine.Mode.C1C3C2, TestAuthority.newKey()));
        byte[] cipher = sealed(SM2Engine.Mode.C1C3C2, SIGNING);
        for (int length : new int[] {0, 1, 64, 65, 96, 97, cipher.length - 1}) {
            assertRefuses(Arrays.copyOf(cipher, length));
        }
    }

    @Test
    void isReadBesideTheKeyThatSigns() throws Exception {
        Path both = folder.resolve("gateway.p12");
        store(both);
        assertThat(OpeningKey.open(both, PASSWORD).opened(sealed(SM2Engine.Mode.C1C3C2, ENCRYPTION)))
                .isEqualTo(WORDS);
        assertThat(SigningKey.open(both, PASSWORD).certificate().isOf(SIGNING.getD()))
                .isTrue();
    }

    private void assertRefuses(byte[] cipher) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.opened(cipher))
                .withMessage("it does not open with our key");
    }

    private static byte[] withoutFirst(byte[] cipher) {
        return Arrays.copyOfRange(cipher, 1, cipher.length);
    }

    private static byte[] sealed(SM2Engine.Mode mode, ECPrivateKeyParameters owner) {
        SM2Engine engine = new SM2Engine(mode);
        engine.init(
                true, new ParametersWithRandom(new ECPublicKeyParameters(TestAuthority.publicKey(owner), Sm2.DOMAIN)));
        try {
            return engine.processBlock(WORDS, 0, WORDS.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an authority hands out a pair: the encryption half first. */
    private static void store(Path file) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        KeyStore store = KeyStore.getInstance("PKCS12", provider);
        store.load(null, null);
        SigningKey encrypting =
                ROOT.draft("电桥").key(ENCRYPTION).usage(KeyUsage.keyEncipherment).issue();
        put(store, "encryption", ENCRYPTION, encrypting, provider);
        put(store, "signing", SIGNING, ROOT.draft("电桥").key(SIGNING).issue(), provider);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    private static void put(
            KeyStore store, String alias, ECPrivateKeyParameters key, SigningKey holder, BouncyCastleProvider provider)
            throws Exception {
        byte[] pkcs8 = PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        PrivateKey java = KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        Certificate certificate = new JcaX509CertificateConverter()
                .setProvider(provider)
                .getCertificate(new X509CertificateHolder(holder.certificate().der()));
        store.setKeyEntry(alias, java, PASSWORD, new Certificate[] {certificate});
    }
}
