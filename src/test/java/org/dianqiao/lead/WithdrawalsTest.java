package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dianqiao.Plots;
import org.jspecify.annotations.Nullable;

/** A project is withdrawn as long as that is the last word of its platform, by the times that its words claim. */
class WithdrawalsTest {

    private static final int WORDS = 6;

    /** `assigned 2026-11-20` or `withdrawn 2026-11-10`; without a day, one that nobody dated. */
    private record Word(boolean assigns, @Nullable String day) {

        static Word of(String written) {
            String[] parts = written.split(" ");
            return new Word(parts[0].equals("assigned"), parts.length > 1 ? parts[1] : null);
        }

        ToldOfLead told(ToldOfLead before) {
            return assigns ? before.heard(Origin.PROJECT, at("assignedAt")) : before.withdrawn(at("at"));
        }

        private ObjectNode at(String member) {
            return day == null ? Plots.object() : Plots.object().put(member, day + "T09:00:00+08:00");
        }
    }

    @Property
    void standOrFallByTheLastDayInWhateverOrderTheWordsCome(@ForAll("orders") List<Word> words) {
        boolean last = words.contains(new Word(false, day(WORDS - 1)));
        assertThat(isWithdrawn(words)).isEqualTo(last);
    }

    @Provide
    Arbitrary<List<Word>> orders() {
        return Arbitraries.of(true, false)
                .list()
                .ofSize(WORDS)
                .map(assigns -> IntStream.range(0, WORDS)
                        .mapToObj(n -> new Word(assigns.get(n), day(n)))
                        .toList())
                .flatMap(Arbitraries::shuffle);
    }

    private static String day(int n) {
        return "2026-11-1" + n;
    }

    @Example
    void standOrFallByTheWordThatCameLastWhereNoDayTellsThemApart() {
        assertThat(isWithdrawn("withdrawn 2026-11-10, assigned 2026-11-10")).isFalse();
        assertThat(isWithdrawn("assigned 2026-11-10, withdrawn 2026-11-10")).isTrue();
        assertThat(isWithdrawn("assigned 2026-11-10, withdrawn 2026-11-10, assigned 2026-11-10"))
                .isFalse();
        assertThat(isWithdrawn("withdrawn 2026-11-10, assigned 2026-11-10, withdrawn 2026-11-10"))
                .isTrue();
        assertThat(isWithdrawn("withdrawn 2026-11-10, assigned 2026-11-10, withdrawn 2026-11-09"))
                .isFalse();
        assertThat(isWithdrawn("assigned 2026-11-10, withdrawn 2026-11-10, assigned 2026-11-09"))
                .isTrue();
        assertThat(isWithdrawn("assigned 2026-11-10, withdrawn")).isTrue();
        assertThat(isWithdrawn("withdrawn, assigned 2026-11-10")).isFalse();
        assertThat(isWithdrawn("withdrawn 2026-11-10, assigned")).isFalse();
    }

    @Example
    void areOverOnlyByWordsOfThePlatform() {
        ToldOfLead withdrawn = ToldOfLead.nothing().withdrawn(Plots.withdrawn("any"));
        for (Origin other : List.of(Origin.LIST, Origin.LAND, Origin.ENTERPRISE)) {
            ObjectNode later = Plots.object();
            for (String time : List.of("assignedAt", "at", "registeredAt")) {
                later.put(time, "2026-12-01T09:00:00+08:00");
            }
            assertThat(withdrawn.heard(other, later).withdrawn())
                    .as(other.written())
                    .isPresent();
        }
    }

    @Example
    void areWhatTheyWereInALeadThatTakesTheirsIn() {
        for (String words : List.of(
                "assigned 2026-11-10, withdrawn 2026-11-11",
                "withdrawn 2026-11-10, assigned 2026-11-11",
                "assigned 2026-11-10, withdrawn 2026-11-10",
                "withdrawn 2026-11-10, assigned 2026-11-10")) {
            ToldOfLead coded = told(words(words));
            ToldOfLead land = ToldOfLead.nothing().heard(Origin.LAND, Plots.object());
            assertThat(land.and(coded).withdrawn()).as(words).isEqualTo(coded.withdrawn());
            assertThat(coded.and(land).withdrawn()).as(words).isEqualTo(coded.withdrawn());
        }
    }

    private static boolean isWithdrawn(String words) {
        return isWithdrawn(words(words));
    }

    private static boolean isWithdrawn(List<Word> words) {
        return told(words).withdrawn().isPresent();
    }

    private static List<Word> words(String written) {
        return Stream.of(written.split(", ")).map(Word::of).toList();
    }

    private static ToldOfLead told(List<Word> words) {
        ToldOfLead told = ToldOfLead.nothing();
        for (Word word : words) {
            told = word.told(told);
        }
        return told;
    }
}
