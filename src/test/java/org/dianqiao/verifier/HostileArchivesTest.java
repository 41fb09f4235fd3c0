package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.verifier.Asked.codes;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are two things at once, or far more than they look, or would walk out of the folder. */
class HostileArchivesTest {

    private static final byte[] SMALL = "x".getBytes(UTF_8);
    private static final BundleDraft RIGHT = BundleDraft.accepted().sealed();
    private static final byte[] ZEROS = new byte[200 << 20];
    private static final byte[] BOMB = ZipDraft.deflated(ZEROS);

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("data before", zip -> zip.before = SMALL, "data-before"),
                lie(
                        "data before that looks like an end",
                        zip -> zip.before = ZipDraft.empty().bytes(),
                        "trailing-data"),
                lie("data between", zip -> zip.between = "between".getBytes(UTF_8), "stray-data"),
                lie("data behind", zip -> zip.after = SMALL, "trailing-data"),
                lie("zeros behind", zip -> zip.after = new byte[1000], "trailing-data"),
                lie("a name twice", zip -> zip.add("ledger/head.json", SMALL, true), "duplicate-name"),
                lie(
                        "another name in the directory",
                        zip -> zip.item(Layout.ENTRY).nameInDirectory = "x",
                        "directory-disagrees"),
                lie(
                        "another size in the directory",
                        zip -> zip.item(Layout.ENTRY).sizeInDirectory = 1,
                        "directory-disagrees"),
                lie("another place in the directory", zip -> zip.item(Layout.ENTRY).shift = 1, "directory-disagrees"),
                lie(
                        "encryption in the directory",
                        zip -> zip.item(Layout.ENTRY).flagsInDirectory |= 1,
                        "directory-disagrees"),
                lie(
                        "a member that the directory leaves out",
                        zip -> zip.between = local("x"),
                        "unknown-file,directory-disagrees"),
                lie("encryption", zip -> zip.item(Layout.ENTRY).flags |= 1, "encrypted"),
                lie("strong encryption", zip -> zip.item(Layout.ENTRY).flags |= 1 << 13, "encrypted"),
                lie("another way of packing", zip -> zip.item(Layout.ENTRY).method = 93, "unknown-method"),
                lie("a stored member of unknown length", HostileArchivesTest::storedWithoutLength, "unknown-method"),
                lie("a wrong checksum", zip -> zip.item(Layout.ENTRY).checksum = 1, "wrong-checksum"),
                lie("a wrong length", zip -> zip.item(Layout.ENTRY).size = 1, "directory-disagrees"),
                lie("a length beyond anything", zip -> zip.item("mimetype").size = 0xfffffffeL, "too-large,cut-off"),
                lie("bytes hidden behind the packed data", HostileArchivesTest::hidden, "directory-disagrees"),
                lie(
                        "broken packed data",
                        zip -> zip.item(Layout.ENTRY).packed = new byte[] {-1, -1, -1},
                        "broken-content"),
                lie("a link", zip -> zip.item(Layout.ENTRY).attributes = 0xa1ff0000L, "special-file"),
                lie("a folder", zip -> zip.item(Layout.ENTRY).attributes = 0x10, "special-file"),
                lie("a bomb", zip -> zip.add(bomb("message/parts/bomb")), "bomb"),
                lie(
                        "a bomb that says it is small",
                        zip -> zip.add(bomb("message/parts/bomb").data(BOMB, 100)),
                        "bomb"),
                lie("a bomb under a strange name", zip -> zip.add(bomb("bomb")), "unknown-file,bomb"),
                lie("600 files", HostileArchivesTest::many, "too-many-files"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void findsTheLie(Consumer<ZipDraft> lie, String expected) {
        ZipDraft zip = ZipDraft.of(RIGHT.files);
        lie.accept(zip);

        Opinion opinion = Asked.about(zip.bytes());

        assertThat(String.join(",", codes(opinion).stream().distinct().toList()))
                .isEqualTo(expected);
        assertThat(opinion.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "message/parts/../../evil",
                "message/parts/..",
                "message/parts/.",
                "/etc/passwd",
                "C:/evil",
                "message\\parts\\payload",
                "message/parts/x\\y",
                "a//b",
                "message/parts/x\u0000.txt",
                "message/parts/x\nfake"
            })
    void findsNamesThatLeadOut(String name) {
        assertThat(codes(withMember(name))).contains("unsafe-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ledger/entry.txt", "MESSAGE/manifest.json", "mimetype ", "Message/Parts/payload"})
    void findsNamesThatLookLikeOthers(String name) {
        assertThat(codes(withMember(name))).containsExactly("look-alike");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message/parts/a/b",
                "message/parts/",
                "trust/certificates/x.exe",
                "ledger/head.json.bak",
                "readme"
            })
    void findsFilesThatDoNotBelong(String name) {
        assertThat(codes(withMember(name))).containsExactly("unknown-file");
    }

    @Test
    void findsAnArchiveThatEndsAnywhereTooEarly() {
        byte[] whole = ZipDraft.empty().add("mimetype", SMALL, true).bytes();
        for (int length = 0; length < whole.length; length++) {
            Opinion opinion = Asked.about(Arrays.copyOf(whole, length));

            assertThat(codes(opinion)).as("%d bytes", length).contains(length < 4 ? "data-before" : "cut-off");
        }
    }

    @Test
    void findsABombInABombOfSeveral() {
        ZipDraft inner = ZipDraft.of(RIGHT.files).add(bomb("message/parts/bomb"));
        ZipDraft several = ZipDraft.empty().add(Story.ENTRY_ID + ".zip", inner.bytes(), true);
        several.add("01k6another.zip", RIGHT.zip(), false);

        List<Opinion> opinions = Asked.all(several.bytes());

        assertThat(opinions).allMatch(opinion -> opinion.verdict() == Verdict.INVALID);
        assertThat(codes(opinions.get(0))).containsExactly("bomb");
    }

    @Test
    void findsSeveralWithinSeveral() {
        ZipDraft inner = ZipDraft.empty().add("01k6a.zip", RIGHT.zip(), false);
        ZipDraft middle = ZipDraft.empty().add("01k6b.zip", inner.bytes(), false);
        ZipDraft outer = ZipDraft.empty().add("01k6c.zip", middle.bytes(), false);

        assertThat(Asked.all(outer.bytes())).singleElement().satisfies(opinion -> assertThat(codes(opinion))
                .contains("nested-archive", "wrong-mimetype"));
    }

    @Test
    void goesOnBehindABrokenOneOfSeveral() {
        ZipDraft several = ZipDraft.empty().add("01k6broken.zip", SMALL, false);
        several.add(Story.ENTRY_ID + ".zip", RIGHT.zip(), false).add("readme", SMALL, false);

        List<Opinion> opinions = Asked.all(several.bytes());

        assertThat(opinions)
                .extracting(Opinion::verdict)
                .containsExactly(Verdict.INVALID, Verdict.FULL, Verdict.INVALID);
        assertThat(codes(opinions.get(2))).containsExactly("unknown-file");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(codes(Asked.about(new byte[0]))).containsExactly("data-before");
        assertThat(codes(Asked.about(ZipDraft.empty().bytes()))).containsExactly("not-a-bundle");
    }

    @Test
    void findsAMimetypeThatIsPackedLateOrOther() {
        ZipDraft packed = ZipDraft.of(RIGHT.files);
        packed.items.set(0, new ZipDraft.Item("mimetype", Bundle.MIMETYPE.getBytes(UTF_8), true));
        ZipDraft late = ZipDraft.of(RIGHT.files);
        late.items.add(late.items.remove(0));
        ZipDraft other = ZipDraft.of(RIGHT.files);
        other.items.set(0, new ZipDraft.Item("mimetype", "application/zip".getBytes(UTF_8), false));

        for (ZipDraft zip : List.of(packed, late, other)) {
            assertThat(codes(Asked.about(zip.bytes()))).containsExactly("wrong-mimetype");
        }
    }

    private static Arguments lie(String name, Consumer<ZipDraft> lie, String expected) {
        return argumentSet(name, lie, expected);
    }

    private static ZipDraft.Item bomb(String name) {
        ZipDraft.Item bomb = new ZipDraft.Item(name, SMALL, true);
        bomb.data(BOMB, ZEROS.length);
        return bomb;
    }

    private static byte[] local(String name) {
        byte[] whole = ZipDraft.empty().add(name, SMALL, false).bytes();
        return Arrays.copyOf(whole, 30 + name.length() + 1);
    }

    private static void storedWithoutLength(ZipDraft zip) {
        zip.item("mimetype").flags |= Member.FLAG_DESCRIPTOR;
    }

    private static void hidden(ZipDraft zip) {
        ZipDraft.Item item = zip.item(Layout.ENTRY);
        item.packed = Arrays.copyOf(item.packed, item.packed.length + 20);
    }

    private static void many(ZipDraft zip) {
        for (int i = 0; i < 600; i++) {
            zip.add("message/parts/" + i, SMALL, false);
        }
    }

    private static Opinion withMember(String name) {
        return Asked.about(ZipDraft.of(RIGHT.files).add(name, SMALL, false).bytes());
    }
}
