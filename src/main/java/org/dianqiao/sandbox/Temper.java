package org.dianqiao.sandbox;

import static org.dianqiao.sandbox.Status.ACCEPTANCE_REFUSED;
import static org.dianqiao.sandbox.Status.ACCEPTED;
import static org.dianqiao.sandbox.Status.APPROVED;
import static org.dianqiao.sandbox.Status.APPROVED_TOLERANTLY;
import static org.dianqiao.sandbox.Status.AT_WORK;
import static org.dianqiao.sandbox.Status.PAPERS_ASKED;
import static org.dianqiao.sandbox.Status.PAPERS_COMPLETE;
import static org.dianqiao.sandbox.Status.RECEIVED;
import static org.dianqiao.sandbox.Status.REJECTED;
import static org.dianqiao.sandbox.Status.REVOKED;
import static org.dianqiao.sandbox.Status.SPECIAL_BEGUN;
import static org.dianqiao.sandbox.Status.SPECIAL_ENDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a department treats its tasks. Some tempers break the rules: the gateway is to refuse what they say. */
public final class Temper {

    public static final Temper PROMPT = says("prompt", RECEIVED, ACCEPTED, AT_WORK, APPROVED);

    /** Asks for papers, waits for them, and goes on. */
    public static final Temper SUPPLEMENTS =
            says("supplements", RECEIVED, PAPERS_ASKED, PAPERS_COMPLETE, ACCEPTED, AT_WORK, APPROVED);

    public static final Temper SPECIAL =
            says("special", RECEIVED, ACCEPTED, AT_WORK, SPECIAL_BEGUN, SPECIAL_ENDED, AT_WORK, APPROVED);
    public static final Temper REJECTS = says("rejects", RECEIVED, ACCEPTED, AT_WORK, REJECTED);
    public static final Temper NOT_ACCEPTED = says("not-accepted", RECEIVED, ACCEPTANCE_REFUSED);
    public static final Temper TOLERANT = says("tolerant", RECEIVED, ACCEPTED, AT_WORK, APPROVED_TOLERANTLY);

    /** Approves, and then takes it for not approved: the second is to be refused. */
    public static final Temper CONTRADICTS = says("contradicts", RECEIVED, ACCEPTED, AT_WORK, APPROVED, REJECTED);

    /** Begins its work before it accepts: to be refused the first time. */
    public static final Temper OUT_OF_ORDER = says("out-of-order", RECEIVED, AT_WORK, ACCEPTED, AT_WORK, APPROVED);

    /** Asks for what nobody may ask for: to be refused. */
    public static final Temper ASKS_TOO_MUCH = new Temper(
            "asks-too-much",
            SUPPLEMENTS.moves.stream()
                    .map(move -> move.asks() ? Move.asksFor("identity-of-neighbours") : move)
                    .toList());

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final List<Temper> ALL = List.of(
            PROMPT,
            late(TEN_MINUTES),
            SUPPLEMENTS,
            SPECIAL,
            REJECTS,
            NOT_ACCEPTED,
            TOLERANT,
            revokes(TEN_SECONDS),
            CONTRADICTS,
            OUT_OF_ORDER,
            ASKS_TOO_MUCH);
    private static final Pattern TEXT = Pattern.compile("([a-z-]+)(?::(\\d{1,6}))?");

    private final String word;
    private final List<Move> moves;

    private Temper(String word, List<Move> moves) {
        this.word = word;
        this.moves = moves;
    }

    private static Temper says(String word, Status... statuses) {
        return new Temper(word, Stream.of(statuses).map(Move::says).toList());
    }

    /** Says nothing for so long, and is prompt then. */
    public static Temper late(Duration silence) {
        List<Move> moves = new ArrayList<>(PROMPT.moves);
        moves.set(0, moves.get(0).after(silence));
        return new Temper("late", List.copyOf(moves));
    }

    /** Approves, and revokes it after so long. */
    public static Temper revokes(Duration later) {
        List<Move> moves = new ArrayList<>(PROMPT.moves);
        moves.add(Move.says(REVOKED).after(later));
        return new Temper("revokes", List.copyOf(moves));
    }

    public static List<Temper> all() {
        return ALL;
    }

    /** By its word; `late` and `revokes` may say after how many seconds: `late:30`. */
    public static Temper of(String text) {
        Matcher said = TEXT.matcher(text);
        if (said.matches() && said.group(2) != null) {
            return timed(said.group(1), Duration.ofSeconds(Long.parseLong(said.group(2))));
        }
        return ALL.stream()
                .filter(temper -> temper.word.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no department is `" + text + "`; they are "
                        + ALL.stream().map(Temper::word).collect(Collectors.joining(", "))));
    }

    private static Temper timed(String word, Duration time) {
        return switch (word) {
            case "late" -> late(time);
            case "revokes" -> revokes(time);
            default -> throw new IllegalArgumentException("only late and revokes take seconds, not " + word);
        };
    }

    public String word() {
        return word;
    }

    List<Move> moves() {
        return moves;
    }

    @Override
    public String toString() {
        return word;
    }
}
