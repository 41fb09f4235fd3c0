package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of GB/T 32907-2016 annex A and RFC 8998 appendix A.1, and BouncyCastle's second opinion. */
class Sm4Test {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    private final Random random = new Random(32907);

    @ParameterizedTest
    @CsvSource({"1, 681edf34d206965e86b3e94f536e4246", "1000000, 595298c7c6fd271f0402f804c33d3f66"})
    void encryptsTheStandardsExample(int rounds, String expected) {
        Sm4 cipher = new Sm4(KEY);
        int[] block = {0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210};
        for (int i = 0; i < rounds; i++) {
            cipher.encrypt(block);
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < 4; i++) {
            Words.put(bytes, 4 * i, block[i]);
        }
        assertThat(HEX.formatHex(bytes)).isEqualTo(expected);
    }

    @Test
    void sealsTheExampleOfRfc8998() {
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] place = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] clear = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] sealed = new byte[clear.length + Sm4Gcm.TAG];
        new Sm4Gcm(KEY).seal(nonce, place, clear, sealed, 0);
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    @Test
    void sealsEveryLengthAsBouncyCastleDoes() throws InvalidCipherTextException {
        for (int length = 0; length < 300; length++) {
            byte[] key = bytes(16);
            byte[] nonce = bytes(12);
            byte[] place = bytes(random.nextInt(70));
            byte[] clear = bytes(length);
            byte[] sealed = new byte[3 + length + Sm4Gcm.TAG];
            new Sm4Gcm(key).seal(nonce, place, clear, sealed, 3);
            assertThat(Arrays.copyOfRange(sealed, 3, sealed.length))
                    .as("%d bytes", length)
                    .isEqualTo(byBouncyCastle(key, nonce, place, clear));
            assertThat(new Sm4Gcm(key).open(nonce, place, sealed, 3)).contains(clear);
        }
    }

    @Test
    void opensNothingOfWhichAnyBitWasChanged() {
        Sm4Gcm cipher = new Sm4Gcm(KEY);
        byte[] nonce = bytes(12);
        byte[] place = bytes(21);
        byte[] sealed = new byte[40 + Sm4Gcm.TAG];
        cipher.seal(nonce, place, bytes(40), sealed, 0);
        for (byte[] changed : new byte[][] {nonce, place, sealed}) {
            for (int bit = 0; bit < 8 * changed.length; bit++) {
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(cipher.open(nonce, place, sealed, 0)).isEmpty();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
        assertThat(cipher.open(nonce, place, sealed, 0)).isPresent();
    }

    @Test
    void wantsKeysAndNoncesOfTheRightLength() {
        assertThatThrownBy(() -> new Sm4Gcm(new byte[32])).hasMessage("an SM4 key has 16 bytes, not 32");
        assertThatThrownBy(() -> new Sm4Gcm(KEY).open(new byte[16], new byte[0], new byte[16], 0))
                .hasMessage("a nonce has 12 bytes, not 16");
    }

    private static byte[] byBouncyCastle(byte[] key, byte[] nonce, byte[] place, byte[] clear)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, place));
        byte[] sealed = new byte[clear.length + 16];
        int done = cipher.processBytes(clear, 0, clear.length, sealed, 0);
        cipher.doFinal(sealed, done);
        return sealed;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
