package org.dianqiao.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.casework.Finding.Kind;
import org.dianqiao.policy.Wording;

/** Steps that cannot have happened as they are said to: too fast for anybody, or written down all at once. */
final class BackFilling {

    /** Somebody must go there, look, or dig: nobody does it faster. A scheme may be answered on the spot. */
    private static final Map<Stage, Duration> LEAST = Map.of(
            Stage.DESIGN_REVIEWED, Duration.ofMinutes(10),
            Stage.MID_INSPECTED, Duration.ofMinutes(10),
            Stage.CUSTOMER_WORKS, Duration.ofHours(1),
            Stage.GRID_WORKS, Duration.ofHours(1),
            Stage.COMPLETION_INSPECTED, Duration.ofMinutes(10),
            Stage.CONNECTED, Duration.ofMinutes(10));

    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final Duration DAYS_APART = Duration.ofDays(2);
    private static final int MANY = 3;

    private BackFilling() {}

    static List<Finding> in(List<Numbered> events) {
        List<Finding> findings = new ArrayList<>(tooFast(events));
        findings.addAll(bursts(events));
        return findings;
    }

    private static List<Finding> tooFast(List<Numbered> events) {
        Map<Stage, Numbered> started = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Numbered event : events) {
            event.stage().ifPresent(stage -> {
                if (event.state().equals("started")) {
                    started.put(stage, event);
                } else if (event.state().equals("finished") && started.containsKey(stage)) {
                    tooFast(stage, started.remove(stage), event).ifPresent(findings::add);
                }
            });
        }
        return findings;
    }

    private static Optional<Finding> tooFast(Stage stage, Numbered start, Numbered end) {
        Duration least = LEAST.getOrDefault(stage, Duration.ZERO);
        Duration taken = Duration.between(start.happened(), end.happened());
        if (taken.isNegative() || taken.compareTo(least) >= 0) {
            return Optional.empty();
        }
        Wording said = Spans.said(taken);
        Wording sentence = new Wording(
                "“" + stage.title().zh() + "”称只用了 " + said.zh() + "，少于至少需要的 "
                        + Spans.said(least).zh() + "，疑为后补。",
                "“" + stage.title().en() + "” is said to have taken " + said.en() + "; nobody does it in less than "
                        + Spans.said(least).en() + ".");
        return Optional.of(new Finding(Kind.BACK_FILLED, stage.written(), sentence, List.of(start.no(), end.no())));
    }

    /** Of a supply its stages, of a permit the steps of one task. Each burst is shown by its last event. */
    private static List<Finding> bursts(List<Numbered> events) {
        Map<String, List<Numbered>> series = new LinkedHashMap<>();
        for (Numbered event : events) {
            boolean done = event.stage().isPresent() && event.state().equals("finished");
            if (done || event.status().isPresent()) {
                String of = done ? "" : String.valueOf(event.event().about());
                series.computeIfAbsent(of, any -> new ArrayList<>()).add(event);
            }
        }
        return series.values().stream().flatMap(each -> burstsOf(each).stream()).toList();
    }

    private static List<Finding> burstsOf(List<Numbered> steps) {
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || gap(steps.get(from), steps.get(i)).compareTo(AT_ONCE) > 0) {
                burst(steps.subList(from, i)).ifPresent(findings::add);
                from = i;
            }
        }
        return findings;
    }

    private static Duration gap(Numbered one, Numbered other) {
        return Duration.between(one.event().at(), other.event().at());
    }

    private static Optional<Finding> burst(List<Numbered> steps) {
        long different =
                steps.stream().map(step -> step.title().zh()).distinct().count();
        Instant first = steps.stream()
                .map(Numbered::happened)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = steps.stream()
                .map(Numbered::happened)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration apart = Duration.between(first, last);
        if (different < MANY || apart.compareTo(DAYS_APART) < 0) {
            return Optional.empty();
        }
        Wording sentence = new Wording(
                different + " 个环节称相隔 " + Spans.said(apart).zh() + "完成，却在一分钟内一并报送，疑为后补。",
                different + " steps are said to lie " + Spans.said(apart).en()
                        + " apart but were told within a minute.");
        Numbered end = steps.get(steps.size() - 1);
        List<Integer> numbers = steps.stream().map(Numbered::no).toList();
        return Optional.of(new Finding(Kind.BACK_FILLED, end.event().about(), sentence, numbers));
    }
}
