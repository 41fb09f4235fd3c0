package org.dianqiao.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.casework.Finding.Kind;
import org.dianqiao.policy.Wording;

/** Stages in another order than their class has, and claimed times that run backwards. */
final class Disorder {

    /** Two clocks of one house may differ so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Casefile file;
    private final Map<Stage, Numbered> reported = new EnumMap<>(Stage.class);
    private final Map<Stage, Numbered> finished = new EnumMap<>(Stage.class);
    private final List<Finding> findings = new ArrayList<>();

    private Disorder(Casefile file) {
        this.file = file;
    }

    static List<Finding> in(Casefile file, List<Numbered> events) {
        Disorder disorder = new Disorder(file);
        for (int i = 0; i < events.size(); i++) {
            Numbered event = events.get(i);
            disorder.backwards(event, events.subList(0, i));
            event.stage().ifPresent(stage -> disorder.look(stage, event));
        }
        return disorder.findings;
    }

    private void look(Stage stage, Numbered event) {
        boolean starts = event.state().equals("started");
        boolean finishes = event.state().equals("finished");
        if (!starts && !finishes) {
            return;
        }
        boolean goesOn = finishes && reported.containsKey(stage);
        overtaken(stage, goesOn ? finished : reported).ifPresent(later -> findings.add(tooLate(stage, later, event)));
        if (stage == Stage.CONNECTED && !reported.containsKey(stage) && has(Stage.SCHEME_ANSWERED)) {
            skipped(event);
        }
        reported.putIfAbsent(stage, event);
        if (finishes) {
            finished.putIfAbsent(stage, event);
        }
    }

    private static Optional<Numbered> overtaken(Stage stage, Map<Stage, Numbered> others) {
        return others.entrySet().stream()
                .filter(other -> other.getKey().follows(stage))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Finding tooLate(Stage stage, Numbered later, Numbered event) {
        Wording sentence = new Wording(
                "“" + stage.title().zh() + "”在其后的“" + later.title().zh() + "”之后才报送。",
                "“" + stage.title().en() + "” was told after “" + later.title().en() + "”, which comes behind it.");
        return new Finding(Kind.OUT_OF_ORDER, stage.written(), sentence, List.of(later.no(), event.no()));
    }

    private void skipped(Numbered event) {
        if (!reported.containsKey(Stage.SCHEME_ANSWERED)) {
            Wording scheme = Stage.SCHEME_ANSWERED.title();
            Wording sentence = new Wording(
                    "没有“" + scheme.zh() + "”就报送了“" + event.title().zh() + "”。",
                    "“" + event.title().en() + "” was told without “" + scheme.en() + "”.");
            findings.add(new Finding(Kind.OUT_OF_ORDER, event.event().about(), sentence, List.of(event.no())));
        }
    }

    /** Whether its class of customers has this stage; of a case that nobody applied for nobody knows. */
    private boolean has(Stage stage) {
        for (var written : file.told().path("stages")) {
            if (written.asText().equals(stage.written())) {
                return true;
            }
        }
        return false;
    }

    /** Against what was told of the same stage or task, of the stages before it, and of the application. */
    private void backwards(Numbered event, List<Numbered> before) {
        if (!event.event().isMeasured()) {
            return;
        }
        Instant latest = event.happened().plus(CLOCKS_DIFFER);
        before.stream()
                .filter(other -> other.event().isMeasured() && other.happened().isAfter(latest))
                .filter(other -> comesBefore(other, event))
                .findFirst()
                .ifPresent(other -> findings.add(backwards(other, event)));
    }

    private static boolean comesBefore(Numbered one, Numbered other) {
        boolean stageBefore = one.stage().isPresent()
                && other.stage().isPresent()
                && other.stage().get().follows(one.stage().get());
        boolean applied = one.is("applied") && other.stage().isPresent();
        return one.speaksOfTheSameAs(other) || stageBefore || applied;
    }

    private static Finding backwards(Numbered before, Numbered event) {
        Wording sentence = new Wording(
                "“" + event.title().zh() + "”称发生于 " + Spans.day(event.happened()) + "，早于先报送的“"
                        + before.title().zh() + "”（" + Spans.day(before.happened()) + "）。",
                "“" + event.title().en() + "” is said to have happened on " + Spans.day(event.happened()) + ", before “"
                        + before.title().en() + "” (" + Spans.day(before.happened()) + "), which was told first.");
        return new Finding(Kind.OUT_OF_ORDER, event.event().about(), sentence, List.of(before.no(), event.no()));
    }
}
