package org.dianqiao.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.connector.folder.Found;
import org.junit.jupiter.api.Test;

/** When a file counts as written to its end. */
class StillnessTest {

    private static final Instant THEN = Instant.parse("2026-10-08T01:00:00Z");
    private static final Found HALF = new Found("清单.csv", 100, 7);

    private final Stillness stillness = new Stillness();

    private List<Found> look(int second, Found... files) {
        return stillness.still(List.of(files), THEN.plusSeconds(second), Duration.ofSeconds(10));
    }

    @Test
    void isWhenItHasNotChangedForAWhile() {
        assertThat(look(0, HALF)).isEmpty();
        assertThat(look(9, HALF)).isEmpty();
        assertThat(look(10, HALF)).containsExactly(HALF);
    }

    @Test
    void beginsAnewWithEachChange() {
        look(0, HALF);
        assertThat(look(9, new Found("清单.csv", 200, 7))).isEmpty();
        assertThat(look(18, new Found("清单.csv", 200, 8))).isEmpty();
        assertThat(look(27, new Found("清单.csv", 200, 8))).isEmpty();
        assertThat(look(28, new Found("清单.csv", 200, 8))).hasSize(1);
    }

    @Test
    void isAtOnceWhereAMarkSaysSo() {
        assertThat(look(0, HALF, new Found("清单.csv.done", 0, 7))).containsExactly(HALF);
    }

    @Test
    void countsForListsAloneInTheOrderOfTheirNames() {
        List<Found> files = List.of(
                new Found("b.XLSX", 1, 1),
                new Found("a.csv", 1, 1),
                new Found("a.result.csv", 1, 1),
                new Found("读我.txt", 1, 1));
        stillness.still(files, THEN, Duration.ZERO);
        assertThat(stillness.still(files, THEN, Duration.ZERO))
                .extracting(Found::name)
                .containsExactly("a.csv", "b.XLSX");
    }
}
