package org.dianqiao.progress;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How far an application has come: the stage that was told last, where none behind it was told before. What is told late
 * does not take it back; of stages that go side by side the last word counts. One that the texts cancel for such customers is
 * none of its stages, and when it is put away it stays where it was. Pure.
 */
final class Reached {

    private final Set<Stage> told = EnumSet.noneOf(Stage.class);
    private @Nullable Stage last;
    private boolean putAway;

    private Reached() {}

    /** None where nothing was told of any of its stages. */
    static Optional<Stage> in(List<Event> timeline) {
        Reached reached = new Reached();
        timeline.stream()
                .filter(event -> event.what().equals(Supply.STAGE))
                .filter(event -> !event.told().path("cancelled").asBoolean())
                .forEach(reached::hear);
        return Optional.ofNullable(reached.last);
    }

    private void hear(Event event) {
        Stage stage = Stage.named(String.valueOf(event.about())).orElseThrow();
        State state = State.of(event.told().path("state").asText());
        if (!putAway && told.stream().noneMatch(other -> other.follows(stage))) {
            last = stage;
        }
        told.add(stage);
        putAway |= state == State.FINISHED && stage.isLast();
    }
}
