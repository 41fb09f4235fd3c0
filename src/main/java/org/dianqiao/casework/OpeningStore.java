package org.dianqiao.casework;

import static org.dianqiao.sql.Moments.utc;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dianqiao.casework.DeadlineStore.Reckoned;
import org.dianqiao.sql.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Puts a case down with all that it begins with, in one word with the database. */
@Repository
class OpeningStore {

    private static final String OPEN = """
            WITH opened AS (
                INSERT INTO casefile (case_no, kind, keeper, number, region_code, utility, thread, part_of, state, open,
                                      opened_at, closed_at, told, due_at, owed_by)
                VALUES (:case, :kind, :keeper, :number, :region, :utility, :thread, :partOf, :state, :open,
                        :opened, :closed, :sealed, :dueFirst, :owedBy)
                ON CONFLICT (kind, keeper, number) DO NOTHING RETURNING case_no),
            happened AS (
                INSERT INTO case_event (case_no, no, %s) SELECT case_no, place, %s FROM opened, (%s) AS event),
            owed AS (
                INSERT INTO deadline (case_no, %s) SELECT case_no, %s FROM opened, (%s) AS owed)
            SELECT count(*) FROM opened
            """.formatted(
                    EventStore.COLUMNS,
                    EventStore.COLUMNS,
                    EventStore.GIVEN,
                    DeadlineStore.COLUMNS,
                    DeadlineStore.COLUMNS,
                    DeadlineStore.GIVEN);

    private final JdbcClient jdbc;
    private final SealedTold sealed;
    private final EventStore events;

    OpeningStore(JdbcClient jdbc, SealedTold sealed, EventStore events) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.events = events;
    }

    /** False: its keeper has a case under this number already; of two at once the second waits here for the first. */
    boolean open(Casefile file, List<Event> happened, List<Reckoned> owed, String edition) {
        StatementSpec statement = jdbc.sql(OPEN)
                .param("case", file.caseNo())
                .param("kind", file.kind().written())
                .param("keeper", file.keeper())
                .param("number", file.number())
                .param("region", file.regionCode())
                .param("utility", file.utility())
                .param("thread", file.thread())
                .param("partOf", file.partOf())
                .param("state", file.state())
                .param("open", file.open())
                .param("opened", utc(file.openedAt()))
                .param("closed", file.open() ? null : utc(file.openedAt()))
                .param("sealed", sealed.lock(file.told(), file.caseNo()))
                .param("dueFirst", dueFirst(owed))
                .param("owedBy", owedBy(owed));
        DeadlineStore.bind(events.bind(statement, file.caseNo(), happened), owed, edition);
        return statement.query(Integer.class).single() == 1;
    }

    private static @Nullable OffsetDateTime dueFirst(List<Reckoned> owed) {
        return owed.stream()
                .map(each -> each.timing().end())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Moments::utc)
                .orElse(null);
    }

    private static String[] owedBy(List<Reckoned> owed) {
        return owed.stream()
                .map(each -> each.deadline().responsible())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
