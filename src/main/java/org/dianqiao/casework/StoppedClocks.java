package org.dianqiao.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianqiao.casework.Finding.Kind;
import org.dianqiao.policy.Wording;

/** Each stop of a clock needs its reason and its end. */
final class StoppedClocks {

    private static final Wording NO_REASON = new Wording("没有说明原因", "without a reason");
    private static final Wording NO_END = new Wording("，没有恢复的报送", "and never said to run again");

    private final Map<String, Numbered> stopped = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private StoppedClocks() {}

    static List<Finding> in(Casefile file, List<Numbered> events) {
        StoppedClocks clocks = new StoppedClocks();
        events.forEach(clocks::look);
        if (!file.open()) {
            clocks.stopped.values().forEach(stop -> clocks.found(stop, stop, NO_END));
        }
        return clocks.findings;
    }

    private void look(Numbered event) {
        String about = String.valueOf(event.event().about());
        event.stage().ifPresent(stage -> {
            switch (event.state()) {
                case "paused" -> stop(about, event, event.says("reason"));
                case "resumed" -> stopped.remove(about);
                case "finished" -> finish(about, event);
                case "started" -> works(stage, about, event);
                default -> {}
            }
        });
        event.status().ifPresent(status -> {
            stopped.remove(about);
            if (status.stopsTheClock()) {
                stop(about, event, event.says("opinion") || event.says("documentsAsked"));
            }
        });
        if (event.is("withdrawn")) {
            stopped.clear();
        }
    }

    private void stop(String about, Numbered event, boolean reasoned) {
        stopped.put(about, event);
        if (!reasoned) {
            found(event, event, NO_REASON);
        }
    }

    /** What is paused and then done was never said to run again; works of the customer end by being done. */
    private void finish(String about, Numbered event) {
        Numbered stop = stopped.remove(about);
        if (stop != null && stop.state().equals("paused")) {
            found(stop, event, NO_END);
        }
    }

    private void works(Stage stage, String about, Numbered event) {
        if (stage == Stage.CUSTOMER_WORKS) {
            stopped.put(about, event);
        }
    }

    private void found(Numbered stop, Numbered shown, Wording why) {
        Wording title = stop.title();
        Wording sentence = new Wording(
                "“" + title.zh() + "”期间停止计时" + why.zh() + "。",
                "The clock was stopped for “" + title.en() + "” " + why.en() + ".");
        List<Integer> events = stop.no() == shown.no() ? List.of(stop.no()) : List.of(stop.no(), shown.no());
        findings.add(new Finding(Kind.CLOCK_STOPPED_WITHOUT_REASON, stop.event().about(), sentence, events));
    }
}
