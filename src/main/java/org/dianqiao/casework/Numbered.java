package org.dianqiao.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dianqiao.policy.Wording;

/** An event and its number in the timeline, the first is 1. */
record Numbered(int no, Event event) {

    private static final Map<String, Wording> OTHERS = Map.of(
            "applied", new Wording("用电申请", "the application"),
            "made", new Wording("预约", "the booking"),
            "dispatched", new Wording("派单", "the dispatch"),
            "contacted", new Wording("联系客户", "the call"),
            "completed", new Wording("竣工", "the completion"),
            "result", new Wording("审批结果", "the result"));

    static List<Numbered> all(List<Event> timeline) {
        return IntStream.range(0, timeline.size())
                .mapToObj(i -> new Numbered(i + 1, timeline.get(i)))
                .toList();
    }

    boolean is(String what) {
        return event.what().equals(what);
    }

    /** Whether it speaks of the same stage or task. */
    boolean speaksOfTheSameAs(Numbered other) {
        return is(other.event.what()) && Objects.equals(event.about(), other.event.about());
    }

    /** The time that is claimed; where none is that counts, ours. */
    Instant happened() {
        return event.isMeasured() ? Objects.requireNonNull(event.claimed()) : event.at();
    }

    Optional<Stage> stage() {
        return is("stage") ? Optional.ofNullable(event.about()).flatMap(Stage::named) : Optional.empty();
    }

    /** Of a stage: `started`, `finished`, `paused`, `resumed`. */
    String state() {
        return event.told().path("state").asText();
    }

    Optional<Status> status() {
        return is("status") ? Optional.of(Status.of(event.told().path("status").asText())) : Optional.empty();
    }

    boolean says(String member) {
        return !event.told().path(member).asText("").isBlank()
                || !event.told().path(member).isEmpty();
    }

    /** As a sentence names it. */
    Wording title() {
        return stage().map(Stage::title)
                .or(() -> status().map(status -> new Wording(status.zh(), status.en())))
                .orElseGet(() -> OTHERS.getOrDefault(event.what(), new Wording(event.what(), event.what())));
    }
}
