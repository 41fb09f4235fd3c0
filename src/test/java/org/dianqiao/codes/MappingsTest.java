package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));

    @TempDir
    private Path folder;

    @Test
    void areNamedAfterTheirFiles() throws IOException {
        write("marketing/call-back.jslt", ".data");
        write("spgl/v3/project.jslt", ".");
        assertThat(read().all()).extracting(Mapping::name).containsExactly("marketing/call-back", "spgl/v3/project");
        assertThat(read().find("marketing/none")).isEmpty();
    }

    @Test
    void areNoneWhereThereIsNoFolder() {
        assertThat(Mappings.read(folder.resolve("later"), () -> TABLES).all()).isEmpty();
    }

    @Test
    void findAnImportBesideTheFileThatImportsIt() throws IOException {
        write("marketing/call-back.jslt", "import \"parts/_order.jslt\" as order order:number(.)");
        write("marketing/parts/_order.jslt", "import \"_place.jslt\" as place def number(o) place:of($o)");
        write("marketing/parts/_place.jslt", "def of(o) \"the one beside\"");
        write("marketing/_place.jslt", "def of(o) \"another\"");
        assertThat(read().find("marketing/call-back")
                        .orElseThrow()
                        .apply(NullNode.instance)
                        .asText())
                .isEqualTo("the one beside");
    }

    @Test
    void importTheSameFileTwiceFromTwoFiles() throws IOException {
        write("a/x.jslt", "import \"_p.jslt\" as p import \"_q.jslt\" as q p:f() + q:f()");
        write("a/_p.jslt", "import \"_z.jslt\" as z def f() z:f()");
        write("a/_q.jslt", "import \"_z.jslt\" as z def f() z:f()");
        write("a/_z.jslt", "def f() \"河\"");
        assertThat(read().find("a/x").orElseThrow().apply(NullNode.instance).asText())
                .isEqualTo("河河");
    }

    @Test
    void doNotCountAFileOfFunctionsAsOne() throws IOException {
        write("marketing/_place.jslt", "def city(region) $region[0 : 4] + \"00\"");
        assertThat(read().all()).isEmpty();
    }

    @Test
    void leaveOutWhatIsHiddenBehindADot() throws IOException {
        write("a/.x.jslt", "(");
        write("..2026_11_01/a/x.jslt", "(");
        write("a/x.jslt", ".");
        assertThat(read().all()).hasSize(1);
    }

    @Test
    void knowTheVersionOfWhatTheyWereMadeOf() throws IOException {
        write("a/x.jslt", "import \"_p.jslt\" as p p:f()");
        write("a/_p.jslt", "def f() \"1\"");
        String before = read().find("a/x").orElseThrow().version();
        assertThat(before).isEqualTo(sm3("import \"_p.jslt\" as p p:f()def f() \"1\""));
        write("a/_p.jslt", "def f() \"2\"");
        assertThat(read().find("a/x").orElseThrow().version()).isNotEqualTo(before);
    }

    @Test
    void areTakenUpWhenAFileChangesAndGoOnWhenItIsBroken() throws IOException {
        write("a/x.jslt", "1");
        Watched<Mappings> watched = new Watched<>(List.of(folder), this::read);
        Path file = write("a/x.jslt", "{ \"a\": ");
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.faults()).singleElement().extracting(Fault::file).isEqualTo(file);
        assertThat(of(watched.current())).isEqualTo(IntNode.valueOf(1));
        write("a/x.jslt", "22");
        assertThat(watched.refresh()).isTrue();
        assertThat(of(watched.current())).isEqualTo(IntNode.valueOf(22));
    }

    private static Object of(Mappings mappings) {
        return mappings.find("a/x").orElseThrow().apply(NullNode.instance);
    }

    private static String sm3(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] sum = new byte[32];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum).substring(0, 12);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Mappings read() {
        return Mappings.read(folder, () -> TABLES);
    }
}
