package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingTest {

    @ParameterizedTest
    @CsvSource({
        "'', traffic-plan",
        "construction-plan traffic-plan, traffic-plan",
        "commitment-letter design, commitment-letter",
    })
    void asksForTheTrafficPlanOrWhatCameWithTheTask(String came, String asked) {
        List<String> papers = came.isEmpty() ? List.of() : List.of(came.split(" "));
        Task task = new Task("T1", "HNZZ-SG-2026-0001", null, papers);
        assertThat(Ruling.asked(task, Move.says(Status.PAPERS_ASKED))).isEqualTo(asked);
        assertThat(Ruling.asked(task, Move.asksFor("identity-of-neighbours"))).isEqualTo("identity-of-neighbours");
    }
}
