package org.dianqiao.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;

/**
 * When one clock of an application stood still. A pause stops both clocks and that of its stage; while the customer
 * builds both stand still, and that of the utility also during the stages that the text excludes. It runs again when
 * nothing holds it any more. Pure; the moments are ours, not the claimed ones.
 */
final class Standstill {

    private final List<Halt> halts = new ArrayList<>();
    private final Set<String> reasons = new HashSet<>();
    private Instant since = Instant.EPOCH;

    private Standstill() {}

    /** `clock`: `utility`, `whole` or a stage; `excluded`: the stages that the utility's clock leaves out. */
    static List<Halt> of(String clock, List<Event> timeline, List<String> excluded) {
        Standstill standstill = new Standstill();
        timeline.stream()
                .filter(event -> event.what().equals(Supply.STAGE))
                .forEach(event -> standstill.hear(event, clock, excluded));
        return standstill.halts();
    }

    /** Whether it stands still now. */
    static boolean lasts(List<Halt> halts) {
        return !halts.isEmpty() && halts.get(halts.size() - 1).to() == null;
    }

    private void hear(Event event, String clock, List<String> excluded) {
        String stage = String.valueOf(event.about());
        boolean concerned = clock.equals(stage) || clock.equals(Periods.UTILITY) || clock.equals(Periods.WHOLE);
        if (!concerned) {
            return;
        }
        switch (State.of(event.told().path("state").asText())) {
            case PAUSED -> hold("paused " + stage, event.at());
            case RESUMED -> release("paused " + stage, event.at());
            case STARTED -> {
                if (isLeftOut(stage, clock, excluded)) {
                    hold(stage, event.at());
                }
            }
            case FINISHED -> {
                release("paused " + stage, event.at());
                release(stage, event.at());
            }
        }
    }

    private static boolean isLeftOut(String stage, String clock, List<String> excluded) {
        boolean works = stage.equals(Stage.CUSTOMER_WORKS.written()) && !clock.equals(stage);
        return works || (clock.equals(Periods.UTILITY) && excluded.contains(stage));
    }

    private void hold(String reason, Instant at) {
        if (reasons.isEmpty()) {
            since = at;
        }
        reasons.add(reason);
    }

    private void release(String reason, Instant at) {
        if (reasons.remove(reason) && reasons.isEmpty()) {
            halts.add(new Halt(since, at));
        }
    }

    private List<Halt> halts() {
        if (!reasons.isEmpty()) {
            halts.add(new Halt(since, null));
        }
        return List.copyOf(halts);
    }
}
