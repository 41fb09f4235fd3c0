package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Patience;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A grid that is not well is told again, with the same bytes, and nobody else waits for it. */
class PartnerMoodsTest extends AtTheDoor {

    @AfterEach
    void isWellAgain() {
        gridCounter().mood(Mood.WELL);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMES_OUT", "ANSWERS_500", "NO_RECEIPT", "WRONG_KEY", "DROPS", "REDIRECTS", "BUSY_429"})
    void isToldTheSameBytesUntilItIsWell(Mood mood) {
        gridCounter().mood(mood);
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        await().until(() -> attempts(code), attempts -> attempts.equals(List.of(2)));
        byte[] manifest = database()
                .sql("SELECT manifest FROM delivery WHERE case_id = ?")
                .param(code)
                .query(byte[].class)
                .single();
        gridCounter().mood(Mood.WELL);
        await().until(() -> attempts(code).isEmpty());
        assertThat(ends(code)).singleElement().satisfies(end -> assertThat(end)
                .containsEntry("outcome", "delivered")
                .containsEntry("manifest", manifest));
        assertThat(heardOf(code)).singleElement().satisfies(heard -> assertThat(heard.manifestSm3())
                .isEqualTo(Draft.sm3(manifest)));
    }

    @Test
    void keepsNobodyElseWaiting() {
        try (Office zhoukou = office("grid.zhoukou", """
                kind: utility
                region: "411600"
                receives: [ lead.assigned ]
                """)) {
            gridCounter().mood(Mood.TIMES_OUT);
            List<String> stuck = Stream.generate(Plots::freshCode).limit(64).toList();
            stuck.forEach(code -> accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code)))));
            accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(Plots.freshCode("411602")))));
            await().until(() -> zhoukou.visits().size() == 1);
            assertThat(stuck.stream().flatMap(code -> attempts(code).stream())).hasSize(64);
            gridCounter().mood(Mood.WELL);
            await().until(() -> stuck.stream().allMatch(code -> attempts(code).isEmpty()));
            assertThat(stuck).allSatisfy(code -> assertThat(heardOf(code)).hasSize(1));
        }
    }

    /** The queue is looked through once a second. */
    @Test
    void isToldOfALeadAtOnce() {
        assertThat(Patience.isPrompt(Duration.ofMillis(500), PartnerMoodsTest::tellOfALead))
                .isTrue();
    }

    private static void tellOfALead() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> heardOf(code).size() == 1);
    }

    private static List<Integer> attempts(String code) {
        return database()
                .sql("SELECT attempts FROM delivery WHERE case_id = ?")
                .param(code)
                .query(Integer.class)
                .list();
    }

    private static List<Map<String, Object>> ends(String code) {
        return database()
                .sql("SELECT * FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                .param(code)
                .query()
                .listOfRows();
    }

    private static List<Incoming> heardOf(String code) {
        return gridHeard().stream()
                .filter(heard -> code.equals(heard.manifest().caseNo()))
                .toList();
    }
}
