package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Henan as it is, and as it might be from 2027 on. */
class DifferencesTest {

    private static final Path PACKS = Path.of("mappings/policies");
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    @TempDir
    Path folder;

    private String henan;

    @BeforeEach
    void copyThePacks() throws IOException {
        try (Stream<Path> files = Files.list(PACKS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        henan = next("henan");
    }

    @Test
    void aVersionThatSaysTheSameChangesNothing() throws IOException {
        assertThat(differences(henan)).isEmpty();
    }

    @Test
    void tellsForWhomAHigherBoundOpensALighterPath() throws IOException {
        assertThat(differences(henan.replaceFirst("capacityKw: \\{ max: 160 }", "capacityKw: { max: 200 }")))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.section()).isEqualTo(Section.PATHS);
                    assertThat(difference.who())
                            .extracting(Wording::zh)
                            .contains("电压不超过 1 千伏", "容量高于 160 千瓦且不超过 200 千瓦", "影响道路交通安全：否");
                    assertThat(difference.before().zh()).startsWith("并联审批；5 个工作日");
                    assertThat(difference.after().zh()).startsWith("免审批");
                });
    }

    @Test
    void tellsOfADepartmentsOtherPeriod() throws IOException {
        assertThat(differences(henan.replaceFirst("limit: 4 WD", "limit: 3 WD")))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.who())
                            .extracting(Wording::en)
                            .contains("voltage over 1 kV and at most 10 kV", "road traffic is affected: no");
                    assertThat(difference.before().en()).contains("planning: planning permit 4 working days");
                    assertThat(difference.after().en()).contains("planning: planning permit 3 working days");
                });
    }

    @Test
    void tellsOfWhatTheUtilityOwes() throws IOException {
        assertThat(differences(henan.replace("total: 21 WD", "total: 18 WD")))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.section()).isEqualTo(Section.STAGES);
                    assertThat(difference.who()).extracting(Wording::zh).containsExactly("用户类别：高压用户");
                    assertThat(difference.after().zh()).isEqualTo("电网环节时间；合计 18 个工作日");
                });
    }

    /** The nation's rule takes its place, and its words are those of the change. */
    @Test
    void tellsWhatComesInItsPlaceWhenARuleGoes() throws IOException {
        String without = henan.replaceFirst("(?s)  - id: HEN20-T2\\n.*?\\n(?=\\n|  - id)", "");

        assertThat(differences(without))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.before().zh()).isEqualTo("电网环节时间；合计 21 个工作日；不含配套电网工程"))
                .extracting(difference -> difference.after().zh())
                .anySatisfy(after -> assertThat(after).contains("合计 32 个工作日"));
    }

    @Test
    void tellsWhatASecondCrossingChanges() throws IOException {
        assertThat(differences("shandong", "anyOf: [ancient-tree]", "anyOf: [ancient-tree, river]"))
                .extracting(Difference::who)
                .anySatisfy(who -> assertThat(who).extracting(Wording::zh).anyMatch(words -> words.contains("河道")));
    }

    @Test
    void tellsOfAnotherOwner() throws IOException {
        assertThat(
                        differences(
                                "henan",
                                "\npaths:",
                                "\nowners:\n  river:\n    - { department: transport, item: { zh: 航道, en: waterway } }\n\npaths:"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.who()).extracting(Wording::zh).containsExactly("穿跨和占用：含河道");
                    assertThat(difference.before().zh()).startsWith("水行政");
                    assertThat(difference.after().zh()).isEqualTo("交通运输部门：航道");
                });
    }

    @Test
    void tellsOfADutysOtherSentence() throws IOException {
        assertThat(differences("national", "提前一个月向社会公布。", "提前两个月向社会公布。"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.after().zh()).contains("提前两个月"));
    }

    @Test
    void tellsOfALaterAlarm() throws IOException {
        assertThat(differences("henan", "overdue: 1 WD", "overdue: 2 WD"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.before().zh()).contains("且超时 1 个工作日");
                    assertThat(difference.after().zh()).contains("且超时 2 个工作日");
                });
    }

    /** What comes into force above a pack on the same day is no change of this pack. */
    @Test
    void takesThePacksAboveAsTheyStandOnTheDay() throws IOException {
        Files.writeString(
                folder.resolve("national-2027.yaml"), next("national").replaceFirst("limit: 5 WD", "limit: 4 WD"));

        assertThat(differences(henan)).isEmpty();
    }

    private List<Difference> differences(String pack, String said, String instead) throws IOException {
        return differences(pack, next(pack).replace(said, instead));
    }

    private static String next(String pack) throws IOException {
        return Files.readString(PACKS.resolve(pack + ".yaml"))
                .replace("version: \"2026.1\"", "version: \"2027.1\"")
                .replaceFirst("inForce: \\S+", "inForce: " + NEXT_YEAR);
    }

    private List<Difference> differences(String fresh) throws IOException {
        return differences("henan", fresh);
    }

    private List<Difference> differences(String pack, String fresh) throws IOException {
        Files.writeString(folder.resolve(pack + "-2027.yaml"), fresh);
        Policies policies = Policies.read(folder);
        List<Pack> versions = policies.versions(pack);
        assertThat(versions).hasSize(2);
        return Differences.between(
                policies.book(versions.get(0), NEXT_YEAR), policies.book(versions.get(1), NEXT_YEAR), NEXT_YEAR);
    }
}
