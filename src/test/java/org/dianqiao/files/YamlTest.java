package org.dianqiao.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {

    @TempDir
    private Path folder;

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void readsMembersListsAndTexts() throws IOException {
        Yaml yaml = read("id: grid.henan\nregion: 410000\nreceives: [lead.assigned, permit.result]\n");
        assertThat(yaml.text("id")).isEqualTo("grid.henan");
        assertThat(yaml.text("region")).isEqualTo("410000");
        assertThat(yaml.texts("receives")).containsExactly("lead.assigned", "permit.result");
        assertThat(yaml.maybe("utility")).isEmpty();
        assertThat(yaml.value("region", Integer::valueOf)).hasValue(410000);
        assertThat(faults).isEmpty();
    }

    @Test
    void namesTheLineOfAnUnknownMemberWhoseValueBeginsBelowIt() throws IOException {
        read("id: grid.henan\nremarks:\n  - one\n").only(Set.of("id"));
        assertThat(faults).extracting(Fault::line).containsExactly(2);
    }

    @Test
    void namesTheLineOfEveryFault() throws IOException {
        Yaml yaml = read("id: grid.henan\n\nrate:\n  perSecond: many\nreceives: lead.assigned\nremark: x\n");
        yaml.text("name");
        yaml.child("rate").value("perSecond", Integer::valueOf);
        yaml.texts("receives");
        yaml.only(Set.of("id", "rate", "receives"));
        assertThat(faults).extracting(Fault::line).containsExactly(1, 4, 5, 6);
        assertThat(faults).extracting(Fault::file).containsOnly(folder.resolve("a.yaml"));
        assertThat(faults.get(3).toString()).matches(".*a\\.yaml:6: `remark` is not known here; known are .*");
    }

    @Test
    void noticesAMemberThatStandsThereTwice() throws IOException {
        read("id: grid.henan\nkind: utility\nid: grid.jinan\n").only(Set.of("id", "kind"));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.toString())
                .contains(":3: `id` stands here twice"));
    }

    @Test
    void noticesAListWhereATextShouldBe() throws IOException {
        assertThat(read("id: [grid.henan]\n").text("id")).isEmpty();
        assertThat(faults).hasSize(1);
    }

    @Test
    void noticesATextWhereMembersShouldBe() throws IOException {
        read("name: 国网河南省电力公司\n").child("name").text("zh");
        assertThat(faults).extracting(Fault::line).containsOnly(1);
    }

    @Test
    void saysWhereAFileIsNoYaml() throws IOException {
        read("id: grid.henan\nname: { zh: 国网\n");
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.line())
                .isGreaterThan(1));
    }

    @Test
    void saysThatAFileIsNotUtf8() throws IOException {
        Path file = folder.resolve("a.yaml");
        Files.write(file, "name: 国网".getBytes("GB18030"));
        Yaml.read(file, faults);
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.reason())
                .isEqualTo("not UTF-8"));
    }

    @Test
    void endsWithAFileThatContainsItself() throws IOException {
        Yaml yaml = read("id: &a [*a]\n");
        yaml.texts("id");
        assertThat(faults).isNotEmpty();
    }

    @Test
    void readsAnEmptyFileAsOneThatLacksEverything() throws IOException {
        read("").text("id");
        assertThat(faults).extracting(Fault::reason).containsExactly("`id` is missing");
    }

    @Test
    void listsFilesByTheirNames() throws IOException {
        for (String name : List.of("b.yaml", "a.yaml", "c.yml", ".d.new")) {
            Files.writeString(folder.resolve(name), "");
        }
        assertThat(Yaml.files(folder, ".yaml"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("a.yaml", "b.yaml");
        assertThat(Yaml.files(folder.resolve("nowhere"), ".yaml")).isEmpty();
    }

    private Yaml read(String text) throws IOException {
        Path file = folder.resolve("a.yaml");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return Yaml.read(file, faults);
    }
}
