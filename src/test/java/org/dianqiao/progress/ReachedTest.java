package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far an application has come: a function of what was told of it, in whatever order. */
class ReachedTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        accepted finished, scheme-answered started                                       | scheme-answered
        connected finished, scheme-answered finished                                     | connected
        customer-works started, scheme-answered paused, accepted resumed                 | customer-works
        grid-works paused, scheme-answered started                                       | grid-works
        customer-works started, grid-works started, customer-works finished              | customer-works
        completion-inspected started, contract-signed finished, grid-works finished      | grid-works
        completion-inspected started, contract-signed finished, mid-inspected finished   | contract-signed
        accepted finished, design-reviewed cancelled, mid-inspected cancelled            | accepted
        completion-inspected cancelled, customer-works started                           | customer-works
        archived started, called-back started                                            | called-back
        archived finished, called-back finished                                          | archived
        called-back finished, archived started, connected finished                       | called-back
        archived finished, connected finished, grid-works started                        | archived
        """)
    void isTheStageToldLastWithoutThoseThatComeLate(String told, String reached) {
        List<Event> timeline =
                Arrays.stream(told.split(", ")).map(ReachedTest::told).toList();
        assertThat(Reached.in(timeline).map(Stage::written)).contains(reached);
    }

    @Test
    void isNoneBeforeOneOfItsStagesIsTold() {
        Event offSystem = new Event(
                Instant.EPOCH, null, Supply.OFF_SYSTEM, "connected", Event.OURS, null, null, Event.nothingMore());
        assertThat(Reached.in(List.of(offSystem, told("design-reviewed cancelled"))))
                .isEmpty();
    }

    @Property
    void liesBeforeNoneOfThoseThatWereTold(@ForAll("timelines") @NotEmpty List<Event> timeline) {
        Stage reached = Reached.in(timeline).orElseThrow();
        assertThat(timeline)
                .extracting(ReachedTest::stage)
                .contains(reached)
                .noneMatch(stage -> stage.follows(reached));
    }

    @Property
    void neverGoesBack(@ForAll("timelines") List<Event> timeline) {
        List<Stage> reached = IntStream.rangeClosed(1, timeline.size())
                .mapToObj(end -> Reached.in(timeline.subList(0, end)).orElseThrow())
                .toList();
        for (int i = 1; i < reached.size(); i++) {
            assertThat(reached.get(i - 1).follows(reached.get(i))).isFalse();
        }
    }

    @Property
    void isTheLastWordWhereEachCameInItsTime(@ForAll("underWay") @NotEmpty List<Event> timeline) {
        List<Event> inOrder = timeline.stream()
                .sorted(Comparator.comparing(ReachedTest::stage))
                .toList();
        assertThat(Reached.in(inOrder)).contains(stage(inOrder.get(inOrder.size() - 1)));
    }

    @Property
    void isPowerInWhicheverOrderAllUpToPowerWasTold(@ForAll("shuffled") List<Event> timeline) {
        assertThat(Reached.in(timeline)).contains(Stage.CONNECTED);
    }

    @Provide
    Arbitrary<List<Event>> timelines() {
        return words(Stage.values()).list().ofMaxSize(20);
    }

    /** Not put away yet. */
    @Provide
    Arbitrary<List<Event>> underWay() {
        return words(upToPower()).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Event>> shuffled() {
        return Arbitraries.shuffle(upToPower()).map(stages -> stages.stream()
                .map(stage -> told(stage, State.FINISHED))
                .toList());
    }

    private static Stage[] upToPower() {
        return Arrays.stream(Stage.values()).filter(stage -> !stage.isLast()).toArray(Stage[]::new);
    }

    private static Arbitrary<Event> words(Stage... stages) {
        return Combinators.combine(Arbitraries.of(stages), Arbitraries.of(State.class))
                .as(ReachedTest::told);
    }

    /** `grid-works started`. */
    private static Event told(String words) {
        String[] word = words.split(" ");
        Stage stage = Stage.named(word[0]).orElseThrow();
        if (word[1].equals("cancelled")) {
            Event event = told(stage, State.STARTED);
            event.told().put("cancelled", true);
            return event;
        }
        return told(stage, State.of(word[1]));
    }

    private static Event told(Stage stage, State state) {
        ObjectNode told = Event.nothingMore().put("state", state.written());
        return new Event(Instant.EPOCH, null, Supply.STAGE, stage.written(), "grid.erqi", null, null, told);
    }

    private static Stage stage(Event event) {
        return Stage.named(String.valueOf(event.about())).orElseThrow();
    }
}
