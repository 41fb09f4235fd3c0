package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.verifier.Asked.codes;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a bundle that want to hurt whoever reads them. */
class HostileFilesTest {

    private static final BundleDraft RIGHT = BundleDraft.accepted().sealed();

    static Stream<Arguments> hostile() {
        return Stream.of(
                argumentSet("a proof of ten million hashes", Layout.INCLUSION, proof(10_000_000), "too-large"),
                argumentSet("a proof of a hundred hashes", Layout.INCLUSION, proof(100), "malformed"),
                argumentSet(
                        "a place of 2^63",
                        Layout.INCLUSION,
                        text("{\"index\":9223372036854775808,\"size\":9,\"hashes\":[]}"),
                        "malformed"),
                argumentSet(
                        "a negative place",
                        Layout.INCLUSION,
                        text("{\"index\":-1,\"size\":9,\"hashes\":[]}"),
                        "malformed"),
                argumentSet(
                        "a broken place",
                        Layout.INCLUSION,
                        text("{\"index\":5.0,\"size\":9,\"hashes\":[]}"),
                        "malformed"),
                argumentSet(
                        "a size of a thousand digits",
                        Layout.INCLUSION,
                        text("{\"index\":5,\"size\":" + "9".repeat(1000) + ",\"hashes\":[]}"),
                        "malformed"),
                argumentSet(
                        "a member twice",
                        Layout.INCLUSION,
                        text("{\"index\":5,\"index\":5,\"size\":9,\"hashes\":[]}"),
                        "malformed"),
                argumentSet(
                        "hashes that are none",
                        Layout.INCLUSION,
                        text("{\"index\":5,\"size\":9,\"hashes\":[1,null,{}]}"),
                        "malformed"),
                argumentSet("deep JSON", Layout.INCLUSION, text("[".repeat(8_000) + "]".repeat(8_000)), "malformed"),
                argumentSet(
                        "deep JSON in a manifest",
                        "message/manifest.json",
                        text("[".repeat(8_000) + "]".repeat(8_000)),
                        "malformed"),
                argumentSet("two JSONs", Layout.HEAD, text("{}{}"), "malformed"),
                argumentSet("half a JSON", Layout.HEAD, text("{\"size\":"), "malformed"),
                argumentSet("a byte order mark", Layout.HEAD, text("\uFEFF{}"), "malformed"),
                argumentSet("no UTF-8", Layout.HEAD, new byte[] {'{', '"', -1, '"', ':', '1', '}'}, "malformed"),
                argumentSet(
                        "a member twice in a manifest",
                        "message/manifest.json",
                        text("{\"v\":1,\"v\":1}"),
                        "malformed"),
                argumentSet("a manifest of 17 KiB", "message/manifest.json", new byte[17 << 10], "too-large,missing"),
                argumentSet("an entry of 13 lines", Layout.ENTRY, text("x\n".repeat(13)), "malformed"),
                argumentSet("an entry with CR", Layout.ENTRY, entry("\n", "\r\n"), "malformed"),
                argumentSet("an entry not ended", Layout.ENTRY, entry("\n\\z", ""), "malformed"),
                argumentSet(
                        "an entry of the 31st of February",
                        Layout.ENTRY,
                        entry("2026-09-30", "2026-02-31"),
                        "malformed"),
                argumentSet("an entry of a megabyte", Layout.ENTRY, new byte[1 << 20], "too-large,missing"),
                argumentSet("a revocation list of 50 MB", "trust/revocation/x.crl", new byte[50_000_000], "too-large"),
                argumentSet("a nested revocation list", "trust/revocation/x.crl", nested(100_000), "bad-list"),
                argumentSet("a nested stamp", Layout.STAMP, nested(10_000), "bad-stamp"),
                argumentSet("a stamp of a megabyte", Layout.STAMP, new byte[1 << 20], "too-large"),
                argumentSet(
                        "a signature without signer",
                        "message/signature.p7s",
                        signature("noSigner"),
                        "not-signed-data"),
                argumentSet(
                        "a signature with two signers",
                        "message/signature.p7s",
                        signature("twoSigners"),
                        "not-signed-data"),
                argumentSet("a nested signature", "message/signature.p7s", nested(1_000), "not-signed-data"),
                argumentSet(
                        "indefinite lengths without end",
                        "message/signature.p7s",
                        HexFormat.of().parseHex("3080".repeat(4_000)),
                        "not-signed-data"),
                argumentSet("a signature of 9 KiB", "message/signature.p7s", new byte[9 << 10], "too-large,missing"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void findsWhatItIs(String file, byte[] content, String expected) {
        BundleDraft draft = new BundleDraft();
        draft.files.putAll(RIGHT.files);

        Opinion opinion = Asked.about(draft.put(file, content));

        assertThat(codes(opinion)).startsWith(expected.split(","));
        assertThat(opinion.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"message/signature.p7s", "answer/signature.p7s", Layout.STAMP, "trust/revocation/centre.crl"})
    void findsDerThatEndsAnywhereTooEarly(String file) {
        BundleDraft draft = new BundleDraft();
        draft.files.putAll(RIGHT.files);
        byte[] whole = RIGHT.file(file);
        for (int length = 0; length < whole.length; length += 61) {
            draft.put(file, Arrays.copyOf(whole, length));

            assertThat(codes(Asked.about(draft)))
                    .as("%d bytes", length)
                    .containsAnyOf("not-signed-data", "bad-stamp", "bad-list");
        }
    }

    @Test
    void repeatsNothingThatMovesTheCursor() {
        ZipDraft zip = ZipDraft.of(RIGHT.files).add("x\u001b[31m\u202egnp.exe" + "y".repeat(500), new byte[1], false);

        String said = Asked.about(zip.bytes()).findings().get(0).wording().en();

        assertThat(said).doesNotContain("\u001b", "\u202e").hasSizeLessThan(300);
    }

    private static byte[] proof(int hashes) {
        return text("{\"index\":5,\"size\":9,\"hashes\":[\"" + "ab".repeat(32)
                + ("\",\"" + "ab".repeat(32)).repeat(hashes / 100) + " ".repeat(hashes) + "\"]}");
    }

    private static byte[] entry(String from, String to) {
        return text(new String(RIGHT.file(Layout.ENTRY), UTF_8).replaceAll(from, to));
    }

    private static byte[] nested(int depth) {
        byte[] nested = new byte[depth * 6];
        for (int i = 0; i < depth; i++) {
            int length = nested.length - (i + 1) * 6;
            nested[i * 6] = 0x30;
            nested[i * 6 + 1] = (byte) 0x84;
            for (int b = 0; b < 4; b++) {
                nested[i * 6 + 2 + b] = (byte) (length >>> (24 - 8 * b));
            }
        }
        return nested;
    }

    /** The right signature with its last SET emptied or doubled; every length around it put right. */
    private static byte[] signature(String how) {
        return Rewritten.signers(RIGHT.file("message/signature.p7s"), how.equals("noSigner") ? 0 : 2);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
