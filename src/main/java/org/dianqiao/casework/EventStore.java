package org.dianqiao.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Timelines. The gateway's own role can add to them, read them, and erase what was told; nothing else. */
@Repository
class EventStore {

    static final String COLUMNS = "at, claimed_at, what, about, by, entry, sent, told";
    /** Events as {@link #bind} gives them, with the place that each has among them. */
    static final String GIVEN = """
            SELECT place, at, claimed_at, what, about, by, entry, sent, decode(told, 'hex') AS told
            FROM unnest(:at::timestamptz[], :claimed::timestamptz[], :what::text[], :about::text[], :by::text[],
                        :entry::text[], :sent::text[], :told::text[])
                 WITH ORDINALITY AS given (at, claimed_at, what, about, by, entry, sent, told, place)
            """;

    private static final String ADD = """
            INSERT INTO case_event (case_no, no, %s)
            SELECT :case, (SELECT coalesce(max(no), 0) FROM case_event WHERE case_no = :case) + place, %s
            FROM (%s) AS event
            """.formatted(COLUMNS, COLUMNS, GIVEN);

    private final JdbcClient jdbc;
    private final SealedTold sealed;

    EventStore(JdbcClient jdbc, SealedTold sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** Behind those that are there, in this order. The case is held. */
    void add(String caseNo, List<Event> events) {
        bind(jdbc.sql(ADD).param("case", caseNo), caseNo, events).update();
    }

    StatementSpec bind(StatementSpec statement, String caseNo, List<Event> events) {
        return statement
                .param("at", texts(events, event -> event.at().toString()))
                .param("claimed", texts(events, event -> time(event.claimed())))
                .param("what", texts(events, Event::what))
                .param("about", texts(events, Event::about))
                .param("by", texts(events, Event::by))
                .param("entry", texts(events, Event::entry))
                .param("sent", texts(events, Event::sent))
                .param("told", texts(events, event -> hex(event, caseNo)));
    }

    /** Oldest first. */
    List<Event> of(String caseNo) {
        return jdbc.sql("SELECT * FROM case_event WHERE case_no = ? ORDER BY no")
                .param(caseNo)
                .query((row, n) -> event(row, caseNo))
                .list();
    }

    private Event event(ResultSet row, String caseNo) throws SQLException {
        OffsetDateTime claimed = row.getObject("claimed_at", OffsetDateTime.class);
        return new Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                claimed == null ? null : claimed.toInstant(),
                row.getString("what"),
                row.getString("about"),
                row.getString("by"),
                row.getString("entry"),
                row.getString("sent"),
                sealed.unlock(row.getBytes("told"), caseNo));
    }

    private static String[] texts(List<Event> events, Function<Event, @Nullable String> member) {
        return events.stream().map(member).toArray(String[]::new);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private String hex(Event event, String caseNo) {
        return java.util.HexFormat.of().formatHex(sealed.lock(event.told(), caseNo));
    }
}
