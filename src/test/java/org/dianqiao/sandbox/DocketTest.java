package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocketTest {

    private final Docket docket = new Docket(2);

    @Test
    void hasSoMuchRoomAndNoMore() throws Refusal {
        docket.enter(task("T1"));
        docket.enter(task("T2"));
        assertThatThrownBy(() -> docket.enter(task("T3"))).isInstanceOf(Refusal.class);
        docket.close(task("T1"));
        assertThat(docket.enter(task("T3"))).isTrue();
    }

    @Test
    void knowsATaskThatItHadBefore() throws Refusal {
        assertThat(docket.enter(task("T1"))).isTrue();
        docket.close(task("T1"));
        assertThat(docket.enter(task("T1"))).isFalse();
        assertThat(docket.size()).isZero();
    }

    @Test
    void forgetsTheOldestThatItHasDoneWith() throws Refusal {
        for (int n = 1; n <= 5; n++) {
            docket.enter(task("T" + n));
            docket.close(task("T" + n));
        }
        assertThat(docket.enter(task("T1"))).isTrue();
    }

    private static Task task(String number) {
        return new Task(number, "HNZZ-SG-2026-0001", null, List.of());
    }
}
