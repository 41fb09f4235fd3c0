package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptSm3Test {

    private final Random chance = new Random(2609);

    /** GB/T 32905-2016, A.1 and A.2. */
    @Test
    void givesTheDigestsOfTheStandard() {
        assertThat(Sm3.hex(digest("abc")))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Sm3.hex(digest("abcd".repeat(16))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void agreesWithBouncyCastleAtEveryLengthAroundTheBlocks() {
        for (int length = 0; length <= 260; length++) {
            byte[] bytes = bytes(length);
            assertThat(KeptSm3.begin().update(bytes, 0, length).digest()).isEqualTo(Sm3.of(bytes));
        }
    }

    @Test
    void goesOnFromWhatWasPutAwayWhereverItWasCut() {
        for (int round = 0; round < 300; round++) {
            byte[] bytes = bytes(chance.nextInt(5000));
            KeptSm3 digest = KeptSm3.begin();
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, chance.nextInt(300));
                digest = KeptSm3.resume(digest.update(bytes, at, count).state(), at + count);
                at += count;
            }
            assertThat(digest.digest()).isEqualTo(Sm3.of(bytes));
        }
    }

    @Test
    void goesOnAfterItWasAskedForItsDigest() {
        byte[] bytes = bytes(1000);
        KeptSm3 digest = KeptSm3.begin().update(bytes, 0, 100);
        digest.digest();
        assertThat(digest.update(bytes, 100, 900).digest()).isEqualTo(Sm3.of(bytes));
    }

    @Test
    void putsAwayNoMoreThanABlock() {
        assertThat(KeptSm3.begin().update(bytes(127), 0, 127).state()).hasSize(32 + 63);
        assertThat(KeptSm3.begin().update(bytes(128), 0, 128).state()).hasSize(32);
    }

    @Test
    void refusesAStateThatIsNotOfThatLength() {
        byte[] state = KeptSm3.begin().update(bytes(100), 0, 100).state();
        assertThatThrownBy(() -> KeptSm3.resume(state, 101)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] digest(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return KeptSm3.begin().update(bytes, 0, bytes.length).digest();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
