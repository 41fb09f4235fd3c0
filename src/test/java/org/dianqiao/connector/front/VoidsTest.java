package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which void rows are replaced, and what is remembered of them until that is known. */
class VoidsTest {

    private final Voids voids = new Voids(Row::item);

    private static Row row(int serial, String item, boolean valid) {
        return Row.of(Map.of("lsh", serial, "spsxslbm", item, "sjyxbs", valid ? 1 : 0, "spsxmc", "建设工程规划许可证核发"));
    }

    private List<String> replacedBy(Row row) {
        return voids.replacedBy(row).stream().map(Row::serial).toList();
    }

    @Test
    void areReplacedByWhatComesAfterThem() {
        Row before = row(1, "A1", true);
        Row after = row(4, "A1", true);
        voids.turn(List.of(before, row(2, "A1", false), row(3, "A2", false), after));
        assertThat(replacedBy(before)).isEmpty();
        assertThat(replacedBy(after)).containsExactly("2");
        assertThat(voids.unreplaced()).extracting(Row::serial).containsExactly("3");
    }

    @Test
    void areReplacedByARowOfALaterPage() {
        voids.turn(List.of(row(1, "A1", false)));
        Row after = row(2, "A1", true);
        voids.turn(List.of(after));
        assertThat(replacedBy(after)).containsExactly("1");
        assertThat(voids.unreplaced()).isEmpty();
    }

    /** One error in a batch makes thousands of them, which stay until it is put right. */
    @Test
    void leaveRoomForOthersWhileTheyAreBeingReplaced() {
        List<Row> open = IntStream.rangeClosed(1, Voids.MOST_AT_ONCE)
                .mapToObj(serial -> row(serial, "A" + serial, "open"))
                .toList();
        voids.turn(open);
        voids.turn(List.of(row(9_001, "B", false)));
        assertThat(voids.open(open)).hasSize(Voids.MOST_AT_ONCE);
        assertThat(voids.unreplaced()).extracting(Row::serial).containsExactly("9001");
    }

    @Test
    void areOpenUntilTheyAreReplaced() {
        List<Row> page = List.of(row(1, "A1", "open"), row(2, "A2", "open"), row(3, "A1", true));
        voids.turn(page);
        assertThat(replacedBy(page.get(2))).containsExactly("1");
        assertThat(voids.open(page)).extracting(Row::serial).containsExactly("2");
    }

    @Test
    void areLeftForTheNextReadingWhereTheirSuccessorIsNotTaken() {
        voids.turn(List.of(row(1, "A1", false), row(2, "A2", false)));
        Row wrong = row(3, "A1", true);
        voids.turn(List.of(wrong));
        voids.leave(wrong);
        assertThat(voids.unreplaced()).extracting(Row::serial).containsExactly("2");
    }

    private static Row row(int serial, String item, String fate) {
        return Row.of(Map.of("lsh", serial, "spsxslbm", item, "sjyxbs", 0, "fate", fate));
    }

    @Test
    void areNotAllRememberedWordByWord() {
        int all = Voids.MOST_AT_ONCE + 1_000;
        voids.turn(IntStream.rangeClosed(1, all)
                .mapToObj(serial -> row(serial, "A" + serial, false))
                .toList());
        assertThat(voids.unreplaced()).hasSize(Voids.MOST_AT_ONCE);
        Row after = row(all + 1, "A" + all, true);
        voids.turn(List.of(after));
        assertThat(replacedBy(after)).containsExactly(String.valueOf(all));
    }
}
