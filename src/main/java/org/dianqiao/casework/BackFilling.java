package org.dianqiao.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** For these the texts give days, or they are works. Of contract, archive and call-back several a day are nothing odd. */
    private static final Set<Stage> OF_DAYS = Set.of(
            Stage.SCHEME_ANSWERED,
            Stage.DESIGN_REVIEWED,
            Stage.MID_INSPECTED,
            Stage.CUSTOMER_WORKS,
            Stage.GRID_WORKS,
            Stage.COMPLETION_INSPECTED,
            Stage.CONNECTED);

    /** A clerk who catches up on a day or two tells fewer at once. */
    private static final int TOO_MANY = 4;

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

    /** Of a supply its stages, of a permit the steps of one task. */
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

    /** It is shown by the step with which it became one, whatever is told behind that. */
    private static Optional<Finding> burst(List<Numbered> steps) {
        return IntStream.rangeClosed(1, steps.size())
                .mapToObj(many -> steps.subList(0, many))
                .filter(begin -> areDaysApart(begin) || takeDays(begin))
                .findFirst()
                .map(begin -> new Finding(
                        Kind.BACK_FILLED,
                        begin.get(begin.size() - 1).event().about(),
                        areDaysApart(steps) ? saidDaysApart(steps) : toldAtOnce(steps),
                        begin.stream().map(Numbered::no).toList()));
    }

    private static boolean areDaysApart(List<Numbered> steps) {
        return different(steps) >= MANY && apart(steps).compareTo(DAYS_APART) >= 0;
    }

    /** Whatever times are claimed: several that take days each, or the whole way from acceptance to power. */
    private static boolean takeDays(List<Numbered> steps) {
        Set<Stage> stages =
                steps.stream().flatMap(step -> step.stage().stream()).collect(Collectors.toSet());
        boolean wholeWay = stages.containsAll(Set.of(Stage.ACCEPTED, Stage.CONNECTED));
        return stages.size() >= TOO_MANY
                && (wholeWay || stages.stream().filter(OF_DAYS::contains).count() >= MANY);
    }

    private static long different(List<Numbered> steps) {
        return steps.stream().map(step -> step.title().zh()).distinct().count();
    }

    private static Duration apart(List<Numbered> steps) {
        List<Instant> happened = steps.stream().map(Numbered::happened).sorted().toList();
        return Duration.between(happened.get(0), happened.get(happened.size() - 1));
    }

    private static Wording saidDaysApart(List<Numbered> steps) {
        Wording apart = Spans.said(apart(steps));
        return new Wording(
                different(steps) + " 个环节称相隔 " + apart.zh() + "完成，却在一分钟内一并报送，疑为后补。",
                different(steps) + " steps are said to lie " + apart.en() + " apart but were told within a minute.");
    }

    private static Wording toldAtOnce(List<Numbered> steps) {
        return new Wording(
                different(steps) + " 个环节不可能同时完成，却在一分钟内一并报送完成，疑为后补。",
                different(steps) + " stages that nobody finishes at once were told as finished within a minute.");
    }
}
