package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb on the command line: what it takes, what it says, how it ends. */
class VerifyTest {

    private static final BundleDraft RIGHT = BundleDraft.accepted().sealed();

    @TempDir
    private Path folder;

    private String anchors;
    private String bundle;

    @BeforeEach
    void writeFiles() throws IOException {
        anchors = Files.createDirectory(folder.resolve("anchors")).toString();
        Files.writeString(
                folder.resolve("anchors/root.pem"), Story.ROOT.certificate().pem());
        bundle = Files.write(folder.resolve("bundle.zip"), RIGHT.zip()).toString();
    }

    @Test
    void tellsPeopleInBothLanguages() {
        Asked.Ran ran = Asked.run(new byte[0], bundle, "--anchors", anchors);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("FULL")
                .contains("完整", "every part", Story.ENTRY_ID, "5 / 9", "3 / 3", "CN=河南省电桥", "时间戳机构证明不晚于");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void explainsItself() {
        Asked.Ran ran = Asked.run(new byte[0], "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("verify BUNDLE");
    }

    @Test
    void saysThatItsReportCouldNotBeWritten() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        });

        int code = Verify.run(
                new String[] {bundle, "--anchors", anchors, "--json"},
                InputStream.nullInputStream(),
                full,
                new PrintStream(err));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("could not be written");
    }

    @Test
    void tellsInOneLanguageWhereOneIsAskedFor() {
        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors, "--lang", "zh")
                        .out())
                .doesNotContain("every part");
        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors, "--lang", "en")
                        .out())
                .doesNotContain("完整");
    }

    @Test
    void tellsProgramsInJson() throws IOException {
        Asked.Ran ran = Asked.run(new byte[0], bundle, "--anchors", anchors, "--json");

        JsonNode told = new ObjectMapper().readTree(ran.out());
        assertThat(told.at("/bundles/0/verdict").asText()).isEqualTo("FULL");
        assertThat(told.at("/bundles/0/entry/id").asText()).isEqualTo(Story.ENTRY_ID);
        assertThat(told.at("/bundles/0/index").asInt()).isEqualTo(5);
        assertThat(told.at("/tally/FULL").asInt()).isEqualTo(1);
    }

    @Test
    void readsTheStandardInput() {
        assertThat(Asked.run(RIGHT.zip(), "-", "--anchors", anchors).code()).isZero();
    }

    @Test
    void takesOneFileOfRoots() {
        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors + "/root.pem")
                        .code())
                .isZero();
    }

    @Test
    void endsWith1WhereSomethingIsWrong() throws IOException {
        Files.write(
                Path.of(bundle),
                BundleDraft.accepted()
                        .sealed()
                        .put("message/parts/payload", "{}")
                        .zip());

        Asked.Ran ran = Asked.run(new byte[0], bundle, "--anchors", anchors);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("INVALID").contains("[wrong-digest] message/parts/payload 的 SM3");
    }

    @Test
    void endsWith1WhereOneOfSeveralIsWrong() throws IOException {
        ZipDraft several = ZipDraft.empty().add(Story.ENTRY_ID + ".zip", RIGHT.zip(), false);
        Files.write(
                Path.of(bundle), several.add("01k6other.zip", RIGHT.zip(), true).bytes());

        Asked.Ran ran = Asked.run(new byte[0], bundle, "--anchors", anchors);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("FULL 1, INVALID 1");
    }

    @Test
    void endsWith2WhereItCouldNotBeRun() throws IOException {
        Path nobody = Files.createDirectory(folder.resolve("nobody"));
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        Path large = Files.write(folder.resolve("large.json"), new byte[(1 << 20) + 1]);

        assertThat(Asked.run(new byte[0]).code()).isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, bundle).code()).isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--nothing").code()).isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--anchors").code()).isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--lang", "de").code()).isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--anchors", nobody.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--anchors", nonsense.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors, "--head", nonsense.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors, "--head", large.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Asked.run(new byte[0], bundle + ".gone", "--anchors", anchors)
                        .err())
                .contains("no such file");
    }

    @Test
    void comparesWithHeadsOfEveryForm() throws IOException {
        for (String held :
                new String[] {RIGHT.heldHead(9), RIGHT.held(3), "[" + RIGHT.held(2) + "," + RIGHT.heldHead(9) + "]"}) {
            Path file = Files.write(folder.resolve("held.json"), held.getBytes(UTF_8));

            Asked.Ran ran = Asked.run(new byte[0], bundle, "--anchors", anchors, "--head", file.toString());

            assertThat(ran.out()).contains("[consistent]").doesNotContain("[not-compared]");
        }
    }

    @Test
    void takesAReceiptAsTheHeadThatWasKept() throws IOException {
        Path receipt = Files.write(folder.resolve("receipt.json"), RIGHT.file(Layout.BODY));

        assertThat(Asked.run(new byte[0], bundle, "--anchors", anchors, "--head", receipt.toString())
                        .out())
                .contains("[not-compared]", "from=3&to=9");
    }
}
