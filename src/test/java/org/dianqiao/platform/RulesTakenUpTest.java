package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;

/** Packs, calendars and code tables are changed while the gateway decides by them. */
class RulesTakenUpTest extends AtTheDoor {

    private static final Path HENAN = home().resolve("mappings/policies/henan.yaml");
    private static final Path YEAR = home().resolve("mappings/calendars/2026.yaml");

    private final FileWatch watch = bean(FileWatch.class);
    private final Map<Path, String> right = new HashMap<>();

    @BeforeEach
    void remembersWhatIsRight() throws IOException {
        for (Path file : List.of(HENAN, YEAR)) {
            right.put(file, Files.readString(file));
        }
        for (Mistake mistake : Mistake.values()) {
            right.put(mistake.file(home()), Files.readString(mistake.file(home())));
        }
    }

    @AfterEach
    void mendsEverything() throws IOException {
        for (Map.Entry<Path, String> file : right.entrySet()) {
            Newcomers.put(file.getKey(), file.getValue());
        }
        watch.refresh();
        assertThat(watch.faults()).isEmpty();
        assertThat(files()).isEqualTo(Health.up().build());
    }

    @ParameterizedTest
    @EnumSource
    void goOnAsTheyWereWhereTheNewIsWrong(Mistake mistake) throws IOException {
        JsonNode decision = decision();
        mistake.slipInto(home());
        watch.refresh();
        assertThat(watch.faults())
                .anySatisfy(fault -> assertThat(fault.toString()).startsWith(mistake.told(home())))
                .allSatisfy(fault -> assertThat(fault.file()).isEqualTo(mistake.file(home())));
        assertThat(files().getStatus().getCode()).isEqualTo("OUT_OF_DATE");
        assertThat(files().getDetails().get("faults")).asString().contains(mistake.told(home()));
        assertThat(decision()).isEqualTo(decision);
    }

    @Test
    void changeTheDecisionAndItsDeadlineTogether() throws IOException {
        change(HENAN, "en: planning permit }, limit: 4 WD", "en: planning permit }, limit: 2 WD");
        assertThat(planning()).isEqualTo("{\"value\":2,\"unit\":\"WD\"} 2026-10-08");
    }

    @Test
    void changeTheDeadlineWithTheCalendar() throws IOException {
        assertThat(planning()).isEqualTo("{\"value\":4,\"unit\":\"WD\"} 2026-10-10");
        change(YEAR, ", work: [2026-09-20, 2026-10-10] }", ", work: [2026-09-20] }");
        assertThat(planning()).isEqualTo("{\"value\":4,\"unit\":\"WD\"} 2026-10-12");
    }

    @Test
    void areTakenUpByThemselvesWithinTenSeconds() throws IOException {
        Newcomers.put(HENAN, right.get(HENAN).replaceFirst("version: \".*\"", "version: \"2026.2\""));
        await().until(() -> decision().path("packVersion").asText().equals("2026.2"));
    }

    private void change(Path file, String from, String to) throws IOException {
        assertThat(right.get(file)).contains(from);
        Newcomers.put(file, right.get(file).replace(from, to));
        watch.refresh();
        assertThat(watch.faults()).isEmpty();
    }

    /** What stands under `files` in /actuator/health. */
    private static Health files() {
        return (Health) bean(HealthEndpoint.class).healthForPath("files");
    }

    private static String planning() {
        JsonNode planning = decision().path("departments").get(0);
        return planning.path("limit") + " " + planning.path("due").asText();
    }

    private static JsonNode decision() {
        var question = Plots.object().put("regionCode", Plots.ZHENGZHOU).put("on", "2026-09-29");
        question.putObject("works")
                .put("voltageKv", 10)
                .put("customerClass", "hv")
                .put("affectsTraffic", false)
                .putArray("crossings");
        return accepted(post(query(GRID, "permit.preview", question))).json();
    }
}
