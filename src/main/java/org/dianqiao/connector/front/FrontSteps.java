package org.dianqiao.connector.front;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.connector.front.Verdict.State;
import org.dianqiao.delivery.Ends;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reading front-end databases: `routes/connectors/approval-exchange/`. */
@Component
public class FrontSteps {

    private static final Logger log = LoggerFactory.getLogger(FrontSteps.class);

    /** How the keys of rows begin that we have written. */
    static final String OURS = "dianqiao-";

    private static final String ROUND = "round";
    private static final String MORE = "more";

    private final FrontReading reading;
    private final FrontDatabases databases;
    private final FrontTurns turns;
    private final FrontSettings settings;
    private final FrontPages pages;
    private final FrontTransactions transactions;
    private final Ends ends;

    FrontSteps(
            FrontReading reading,
            FrontDatabases databases,
            FrontTurns turns,
            FrontSettings settings,
            FrontPages pages,
            FrontTransactions transactions,
            Ends ends) {
        this.reading = reading;
        this.databases = databases;
        this.turns = turns;
        this.settings = settings;
        this.pages = pages;
        this.transactions = transactions;
        this.ends = ends;
    }

    public void open(Exchange exchange, @Body Front front) {
        use(exchange, front.id(), databases);
        exchange.setProperty("front", front);
    }

    /** Statements name the database by the property `database`, and how their tables' names end by `tables`. */
    static void use(Exchange exchange, String partner, FrontDatabases databases) {
        String name = "front." + partner;
        exchange.getContext().getRegistry().bind(name, databases.of(partner));
        exchange.setProperty("database", name);
        exchange.setProperty("tables", databases.endpoint(partner).tables());
    }

    public void begin(Exchange exchange, @ExchangeProperty("front") Front front, String table) {
        Round round = Round.of(front, rules(front, table), table, settings.rowsAtOnce());
        exchange.setProperty(ROUND, round);
        exchange.setProperty(MORE, true);
        Message message = exchange.getMessage();
        pages.begin(message, round);
        message.setHeader("longest", Row.LONGEST_TEXT + 1);
        message.setHeader("fresh", settings.states().fresh());
        message.setHeader("failed", settings.states().failed());
    }

    private Rules rules(Front front, String table) {
        Tellers tellers = new Tellers(databases, settings);
        return switch (table) {
            case "projects" -> new ProjectRules(front, settings);
            case "items" -> new ItemRules(front, settings);
            case "details" -> new DetailRules(front, settings, tellers);
            case "documents" -> new DocumentRules(front, settings, tellers);
            case "refused" -> new RefusedRules(front, tellers);
            case "refused-words" -> new RefusedWordRules(front, settings, ends);
            default -> throw new IllegalArgumentException("no table of this dialect is called " + table);
        };
    }

    public List<Map<String, @Nullable Object>> find(Exchange exchange, @ExchangeProperty(ROUND) Round round) {
        return pages.next(exchange, round);
    }

    /** What is to be written back, row by row. */
    public List<Map<String, @Nullable Object>> take(
            Exchange exchange, @Body List<Map<String, @Nullable Object>> found, @ExchangeProperty(ROUND) Round round) {
        turns.extend(round.front().id());
        List<Row> rows = rows(found);
        boolean last = pages.isLast(exchange.getMessage(), found.size());
        List<Verdict> verdicts = reading.take(round, rows, last);
        say(round, verdicts);
        boolean hindered = verdicts.stream().anyMatch(verdict -> verdict.state() == State.LATER);
        exchange.setProperty(MORE, !last && !hindered);
        if (!rows.isEmpty()) {
            pages.turn(exchange.getMessage(), round, rows.get(rows.size() - 1));
        }
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        verdicts.forEach(verdict -> tell(verdict, told));
        exchange.setProperty("told", !told.isEmpty());
        return told;
    }

    /** That a row is not taken counts more than why: a reason that their column does not take is cut until it does. */
    public void writeBack(
            Exchange exchange, @Body List<Map<String, @Nullable Object>> told, @ExchangeProperty(ROUND) Round round) {
        int longest = settings.longestReason();
        while (true) {
            try {
                transactions.together(exchange, round.front().id(), round.way("states"));
                return;
            } catch (RuntimeException e) {
                if (longest == 0 || !FrontTransactions.isUnfit(e)) {
                    throw e;
                }
                longest /= 4;
                cut(told, longest);
            }
        }
    }

    private static void cut(List<Map<String, @Nullable Object>> told, int longest) {
        told.forEach(row -> row.computeIfPresent("reason", (column, reason) -> cut((String) reason, longest)));
    }

    private static @Nullable String cut(String reason, int longest) {
        String left = reason.substring(0, Math.min(reason.length(), longest));
        return left.isEmpty() ? null : left;
    }

    private static void say(Round round, List<Verdict> verdicts) {
        Map<State, Long> states = verdicts.stream().collect(groupingBy(Verdict::state, counting()));
        if (states.containsKey(State.TAKEN) || states.containsKey(State.FAILED)) {
            log.info(
                    "{}: rows of {}: {} taken, {} failed, {} wait",
                    round.front().id(),
                    round.table(),
                    states.getOrDefault(State.TAKEN, 0L),
                    states.getOrDefault(State.FAILED, 0L),
                    states.getOrDefault(State.WAITS, 0L)
                            + states.getOrDefault(State.STAYS, 0L)
                            + states.getOrDefault(State.LATER, 0L));
        }
    }

    /** A join may find a row several times. */
    private static List<Row> rows(List<Map<String, @Nullable Object>> found) {
        Map<String, Row> rows = new LinkedHashMap<>();
        found.stream().map(Row::of).forEach(row -> rows.putIfAbsent(row.serial(), row));
        return List.copyOf(rows.values());
    }

    /** A row that waits is still new, and says once for what. */
    private void tell(Verdict verdict, List<Map<String, @Nullable Object>> told) {
        FrontSettings.States states = settings.states();
        String reason = verdict.reason() == null ? null : settings.reason(verdict.reason());
        switch (verdict.state()) {
            case TAKEN -> told.add(told(verdict, states.taken(), reason));
            case FAILED -> told.add(told(verdict, states.failed(), reason));
            case WAITS, STAYS -> {
                if (reason != null) {
                    told.add(told(verdict, states.fresh(), reason));
                }
            }
            case LATER -> {}
        }
    }

    private static Map<String, @Nullable Object> told(Verdict verdict, String state, @Nullable String reason) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("serial", verdict.row().serial());
        row.put("state", state);
        row.put("reason", reason);
        return row;
    }
}
