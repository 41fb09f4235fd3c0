package org.dianqiao.connector.front;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What front-end databases told of, and which rows wait. */
@Repository
class FrontStore {

    private static final Pattern BLANK = Pattern.compile(" ");

    private final JdbcClient jdbc;

    FrontStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those with one of these numbers, and those that share their project code. On its first day a database tells of thousands, of
     * which the planner hears a minute later: it takes one front's rows for few and would read them all, so it is made to look for
     * one after the other (OFFSET 0).
     */
    List<Project> projects(String front, Collection<String> numbers, Collection<String> codes) {
        return jdbc.sql("""
            SELECT found.* FROM unnest(:numbers::text[]) AS number CROSS JOIN LATERAL (
                SELECT * FROM front_project WHERE front = :front AND project = number OFFSET 0) AS found
            UNION
            SELECT found.* FROM unnest(:codes::text[]) AS code CROSS JOIN LATERAL (
                SELECT * FROM front_project WHERE front = :front AND project_code = code OFFSET 0) AS found
            ORDER BY project, district
            """)
                .param("front", front)
                .param("numbers", numbers.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(FrontStore::project)
                .list();
    }

    List<Item> items(String front, Collection<String> numbers) {
        return jdbc.sql("SELECT * FROM front_item WHERE front = ? AND number = ANY (?)")
                .param(front)
                .param(numbers.toArray(String[]::new))
                .query(FrontStore::item)
                .list();
    }

    void keepProjects(String front, Collection<Project> projects) {
        jdbc.sql("""
            INSERT INTO front_project (front, district, project, project_code, stage, status, said, withdrawn, former)
            SELECT ?, each.* FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS each
            ON CONFLICT (front, project, district) DO UPDATE
            SET project_code = excluded.project_code, stage = excluded.stage, status = excluded.status,
                said = excluded.said, withdrawn = excluded.withdrawn, former = excluded.former
            """)
                .param(front)
                .param(each(projects, Project::district, String[]::new))
                .param(each(projects, Project::number, String[]::new))
                .param(each(projects, Project::code, String[]::new))
                .param(each(projects, project -> (short) project.stage(), Short[]::new))
                .param(each(projects, Project::status, String[]::new))
                .param(each(projects, Project::said, String[]::new))
                .param(each(projects, Project::withdrawn, Boolean[]::new))
                .param(each(projects, project -> String.join(" ", project.former()), String[]::new))
                .update();
    }

    void keepItems(String front, Collection<Item> items) {
        jdbc.sql("""
            INSERT INTO front_item (front, number, project, district, stage, item, task_of, filing, passed, documented, withdrawn)
            SELECT ?, each.* FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS each
            ON CONFLICT (front, number) DO UPDATE
            SET project = excluded.project, district = excluded.district, stage = excluded.stage, item = excluded.item, passed = excluded.passed,
                documented = excluded.documented, withdrawn = excluded.withdrawn
            """)
                .param(front)
                .param(each(items, Item::number, String[]::new))
                .param(each(items, Item::project, String[]::new))
                .param(each(items, Item::district, String[]::new))
                .param(each(items, item -> (short) item.stage(), Short[]::new))
                .param(each(items, Item::item, String[]::new))
                .param(each(items, Item::taskOf, String[]::new))
                .param(each(items, Item::filing, String[]::new))
                .param(each(items, Item::passed, Boolean[]::new))
                .param(each(items, Item::documented, Boolean[]::new))
                .param(each(items, Item::withdrawn, Boolean[]::new))
                .update();
    }

    /** The task of a department that came by this filing. */
    Optional<String> ofFiling(String department, String filing) {
        return jdbc.sql("SELECT number FROM front_item WHERE task_of = ? AND filing = ? ORDER BY number DESC LIMIT 1")
                .params(department, filing)
                .query(String.class)
                .optional();
    }

    void supplemented(String front, String task) {
        jdbc.sql("UPDATE front_item SET supplemented = true WHERE front = ? AND number = ?")
                .params(front, task)
                .update();
    }

    void resumed(String front, Collection<String> tasks) {
        jdbc.sql("UPDATE front_item SET supplemented = false WHERE front = ? AND number = ANY (?)")
                .params(front, tasks.toArray(String[]::new))
                .update();
    }

    private static <T, V> V[] each(Collection<T> all, Function<T, @Nullable V> column, IntFunction<V[]> array) {
        return all.stream().map(column).toArray(array);
    }

    Map<String, Instant> waiting(String front, String place, Collection<String> serials) {
        Map<String, Instant> since = new HashMap<>();
        jdbc.sql("SELECT serial, since FROM front_wait WHERE front = ? AND place = ? AND serial = ANY (?)")
                .param(front)
                .param(place)
                .param(serials.toArray(String[]::new))
                .query((row, n) -> since.put(row.getString("serial"), instant(row, "since")))
                .list();
        return since;
    }

    void wait(String front, String place, Collection<String> serials, Instant since) {
        jdbc.sql("""
            INSERT INTO front_wait (front, place, serial, since)
            SELECT ?, ?, serial, ? FROM unnest(?) AS serial
            ON CONFLICT DO NOTHING
            """)
                .param(front)
                .param(place)
                .param(utc(since))
                .param(serials.toArray(String[]::new))
                .update();
    }

    void waitAnew(String front, String place, Collection<String> serials, Instant since) {
        jdbc.sql("""
            INSERT INTO front_wait (front, place, serial, since)
            SELECT ?, ?, serial, ? FROM unnest(?) AS serial
            ON CONFLICT (front, place, serial) DO UPDATE SET since = excluded.since
            """)
                .param(front)
                .param(place)
                .param(utc(since))
                .param(serials.toArray(String[]::new))
                .update();
    }

    void goOn(String front, String place, Collection<String> serials) {
        jdbc.sql("DELETE FROM front_wait WHERE front = ? AND place = ? AND serial = ANY (?)")
                .param(front)
                .param(place)
                .param(serials.toArray(String[]::new))
                .update();
    }

    /** The node that has the turn keeps it as long as it asks for it in time. */
    boolean isTurnOf(String node, String front, Instant now, Instant until) {
        return jdbc.sql("""
            INSERT INTO front_turn AS turn (front, node, until) VALUES (:front, :node, :until)
            ON CONFLICT (front) DO UPDATE SET node = excluded.node, until = excluded.until
            WHERE turn.node = excluded.node OR turn.until < :now
            """)
                        .param("front", front)
                        .param("node", node)
                        .param("until", utc(until))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<Project> ofCode(String front, String code) {
        return jdbc.sql("""
            SELECT * FROM front_project WHERE front = ? AND project_code = ? AND NOT withdrawn ORDER BY project LIMIT 1
            """).params(front, code).query(FrontStore::project).optional();
    }

    private static Project project(ResultSet row, int n) throws SQLException {
        return new Project(
                row.getString("district"),
                row.getString("project"),
                row.getString("project_code"),
                row.getInt("stage"),
                row.getString("status"),
                row.getString("said"),
                row.getBoolean("withdrawn"),
                BLANK.splitAsStream(row.getString("former"))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getString("number"),
                row.getString("project"),
                row.getString("district"),
                row.getInt("stage"),
                row.getString("item"),
                row.getString("task_of"),
                row.getString("filing"),
                row.getBoolean("passed"),
                row.getBoolean("documented"),
                row.getBoolean("supplemented"),
                row.getBoolean("withdrawn"));
    }
}
