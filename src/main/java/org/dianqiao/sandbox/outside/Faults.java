package org.dianqiao.sandbox.outside;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The faults that a simulator has. Single use is how links are meant, so it stands unless it is taken away. */
public record Faults(Set<Fault> on, Duration slowness) {

    private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);
    private static final String NUMBER = "\\d{1,4}";

    public Faults {
        on = Set.copyOf(on);
    }

    public static Faults none() {
        return new Faults(Set.of(Fault.SINGLE_USE), USUAL_SLOWNESS);
    }

    public static Faults of(Fault... faults) {
        Faults all = none();
        for (Fault fault : faults) {
            all = all.with(fault, true);
        }
        return all;
    }

    /** In words, as `gbk`, `slow=2` or `single-use=false`, of those that are possible. */
    public static Faults of(Collection<String> words, Set<Fault> possible) {
        Faults faults = none().among(possible);
        for (String word : words) {
            String[] halves = word.strip().split("=", 2);
            faults = faults.said(fault(halves[0], possible), halves.length < 2 ? "true" : halves[1]);
        }
        return faults;
    }

    public boolean has(Fault fault) {
        return on.contains(fault);
    }

    /** What happens, each in a sentence. */
    public List<String> told() {
        return on.stream()
                .sorted()
                .map(fault -> fault.word() + "：" + fault.sentence() + (fault == Fault.SLOW ? late() : ""))
                .toList();
    }

    private String late() {
        long seconds = slowness.toSeconds();
        return ", after " + seconds + (seconds == 1 ? " second" : " seconds");
    }

    /** Those of them that can happen at one place. */
    Faults among(Set<Fault> possible) {
        return new Faults(on.stream().filter(possible::contains).collect(Collectors.toSet()), slowness);
    }

    public Faults slow(Duration time) {
        return new Faults(with(Fault.SLOW, true).on, time);
    }

    private Faults said(Fault fault, String value) {
        return switch (value) {
            case "true", "false" -> with(fault, Boolean.parseBoolean(value));
            default -> timed(fault, value);
        };
    }

    private Faults timed(Fault fault, String seconds) {
        if (fault != Fault.SLOW || !seconds.matches(NUMBER)) {
            throw new IllegalArgumentException(fault.word() + " cannot be `" + seconds + "`");
        }
        return slow(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private Faults with(Fault fault, boolean wanted) {
        Set<Fault> changed = EnumSet.noneOf(Fault.class);
        changed.addAll(on);
        if (wanted) {
            changed.add(fault);
        } else {
            changed.remove(fault);
        }
        return new Faults(changed, slowness);
    }

    private static Fault fault(String word, Set<Fault> possible) {
        return possible.stream()
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault of it is `" + word + "`; they are "
                        + possible.stream().sorted().map(Fault::word).collect(Collectors.joining(", "))));
    }
}
