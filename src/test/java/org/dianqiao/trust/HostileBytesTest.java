package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianqiao.Patience.HANGS;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that want to hurt: they get a short reason, at once, and nothing of the machine. */
class HostileBytesTest {

    private static final int LARGEST_HEADER = 8 << 10;
    private static final byte[] MANIFEST = "{\"v\":1,\"id\":\"zz-1\"}".getBytes(UTF_8);
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心");
    private static final SigningKey SENDER = ROOT.issue("河南中原置业有限公司");
    private static final Trust TRUST = new Trust(
            Map.of("zhongyuan", List.of(SENDER.certificate())),
            List.of(),
            new Authorities(List.of(ROOT.certificate()), List.of()),
            new Revocations(List.of()));

    static Stream<Arguments> hostile() {
        return Stream.of(
                argumentSet("nothing", "", "cut off"),
                argumentSet("one byte", "30", "cut off"),
                argumentSet("a length of 2^31", "308480000000", "an absurd length"),
                argumentSet("a length of 2^31 - 1", "30847fffffff", "cut off"),
                argumentSet("a length of 2^32 - 1", "3084ffffffff", "an absurd length"),
                argumentSet("a length of 2^64 - 1", "3088ffffffffffffffff", "an absurd length"),
                argumentSet("a length of 127 bytes", "30ff" + "00".repeat(127), "an absurd length"),
                argumentSet("a length that is cut off", "3082ff", "an absurd length"),
                argumentSet("an indefinite length never closed", "30800500", "cut off"),
                argumentSet("a closing that nobody opened", "0000", "an unknown tag"),
                argumentSet("a closing in a definite length", "30020000", "an unknown tag"),
                argumentSet("an indefinite length within a shorter one", "300430800500" + "0000", "cut off"),
                argumentSet("an octet string of indefinite length", "048005000000", "an absurd length"),
                argumentSet("a tag of many bytes", "3f8f8f8f0100", "an unknown tag"),
                argumentSet("a child longer than its parent", "3003040500", "cut off"),
                argumentSet("bytes after the end", "300000", "bytes after the end"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesAtOnce(String hex, String reason) {
        assertThatExceptionOfType(NotSignedData.class)
                .isThrownBy(() -> SignedData.read(HexFormat.of().parseHex(hex)))
                .withMessage(reason);
    }

    @Test
    void refusesFourThousandNestedIndefiniteLengths() {
        byte[] nested = HexFormat.of().parseHex("3080".repeat(LARGEST_HEADER / 2));

        assertThatThrownBy(() -> SignedData.read(nested))
                .isInstanceOf(NotSignedData.class)
                .hasMessage("nested too deep");
    }

    @Test
    void refusesNestingHiddenWhereNobodyLooks() {
        byte[] crl = new byte[0];
        for (int depth = 0; depth < 2_000; depth++) {
            crl = element(0x30, crl);
        }
        byte[] inUnsigned = element(0x30, element(0xa1, crl));

        assertThatThrownBy(() -> SignedData.read(inUnsigned))
                .isInstanceOf(NotSignedData.class)
                .hasMessage("nested too deep");
        assertThatThrownBy(() -> Sm2Certificate.of(inUnsigned)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(HANGS)
    void readsSixteenMebibytesOfTinyElementsInNoTime() {
        byte[] many = new byte[16 << 20];
        for (int at = 0; at < many.length; at += 2) {
            many[at] = 0x30;
        }

        assertThat(Ber.of(element(0x31, many)).children()).hasSize(8 << 20);
    }

    /** What may differ is only what the protocol ignores: the certificates along, and the version. */
    @Test
    void neverVerifiesWithASingleBitFlippedInWhatCounts() {
        byte[] whole = SENDER.seal(MANIFEST);
        int certificate = Sm3.hex(whole).indexOf(Sm3.hex(SENDER.certificate().der())) / 2;
        int certificateEnd = certificate + SENDER.certificate().der().length;
        int certificatesTag = certificate - 4;
        int toVersion3 = Sm3.hex(whole).indexOf("020101") / 2 * 8 + 17;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            Optional<Sm2Certificate> believed = believed(flipped(whole, bit));
            boolean ignored = bit == toVersion3 || bit / 8 >= certificatesTag && bit / 8 < certificateEnd;
            assertThat(believed).as("bit %d", bit).matches(found -> ignored || found.isEmpty(), "is not believed");
        }
    }

    @Test
    @Timeout(HANGS)
    void survivesAnyBytes() {
        byte[] whole = new SignatureDraft(SENDER, MANIFEST).ber().bytes();
        Random random = new Random(20261121);
        for (int round = 0; round < 100_000; round++) {
            byte[] mangled = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int hit = random.nextInt(4); hit >= 0 && mangled.length > 0; hit--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt();
            }
            believed(mangled);
        }
    }

    private static Optional<Sm2Certificate> believed(byte[] bytes) {
        try {
            SignedData read = SignedData.read(bytes);
            return read.signer(TRUST)
                    .filter(signer -> read.holds(MANIFEST, signer))
                    .filter(signer -> TRUST.registered("zhongyuan", signer));
        } catch (NotSignedData refused) {
            return Optional.empty();
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.writeBytes(new byte[] {
            (byte) 0x84,
            (byte) (content.length >>> 24),
            (byte) (content.length >>> 16),
            (byte) (content.length >>> 8),
            (byte) content.length
        });
        out.writeBytes(content);
        return out.toByteArray();
    }
}
