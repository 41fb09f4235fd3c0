package org.dianqiao.delivery;

import static org.dianqiao.sql.Moments.utc;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which node has which deliveries in its hands, and until when.
 *
 * <p>The queue is empty at one moment and long at the next, and the planner hears of it a minute later: what it takes for one
 * row are thousands. So claiming leaves it little to choose. What is due is looked for once, whatever else is joined with it; and
 * what comes before a delivery in its case has one index, for `|| ''` and `+ 0` shut out the others.
 */
@Repository
class LeaseStore {

    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Partners for whom anything waits. */
    List<String> awaited() {
        return jdbc.sql("""
                WITH RECURSIVE p AS (
                    (SELECT partner FROM delivery ORDER BY partner LIMIT 1)
                    UNION ALL
                    SELECT (SELECT d.partner FROM delivery d WHERE d.partner > p.partner ORDER BY d.partner LIMIT 1)
                    FROM p WHERE p.partner IS NOT NULL)
                SELECT partner FROM p WHERE partner IS NOT NULL
                """).query(String.class).list();
    }

    /**
     * Takes what is due, for each partner as many as there is room for. Of the deliveries of one case only the oldest
     * is ever taken. Other nodes' rows are stepped over, not waited for; so is what this node still holds when its
     * lease is over.
     */
    List<Delivery> claim(Map<String, Integer> room, Lease lease, Set<Long> held) {
        return jdbc.sql("""
                WITH due AS MATERIALIZED (
                    SELECT x.id
                    FROM unnest(:partners::text[], :free::int[]) AS room (partner, free)
                    CROSS JOIN LATERAL (
                        SELECT w.id FROM delivery w
                        WHERE w.partner = room.partner AND w.due_at <= :now
                          AND (w.leased_until IS NULL OR w.leased_until < :now)
                          AND w.id <> ALL (:held::bigint[])
                          AND (w.case_id IS NULL OR NOT EXISTS (
                              SELECT FROM delivery o
                              WHERE o.case_id = w.case_id AND o.partner || '' = w.partner AND o.id + 0 < w.id))
                        ORDER BY w.id LIMIT room.free
                        FOR UPDATE SKIP LOCKED) x)
                UPDATE delivery SET leased_by = :node, leased_until = :until, attempts = attempts + 1
                WHERE id = ANY (ARRAY (SELECT id FROM due))
                RETURNING *
                """)
                .param("node", lease.node())
                .param("until", utc(lease.until()))
                .param("now", utc(lease.from()))
                .param("held", held.toArray(Long[]::new))
                .param("partners", room.keySet().toArray(String[]::new))
                .param("free", room.values().toArray(Integer[]::new))
                .query(DeliveryStore::delivery)
                .list();
    }

    /**
     * What is held stays this node's, unless another has it by now. Not beyond its own time: a partner who has stopped
     * reading in the middle would keep it out of everybody's sight for ever.
     */
    void renew(Lease lease, Set<Long> held) {
        jdbc.sql("""
                UPDATE delivery SET leased_until = :until
                WHERE id IN (SELECT id FROM delivery
                             WHERE id = ANY (:held::bigint[]) AND leased_by = :node AND expires_at > :now
                             ORDER BY id FOR UPDATE SKIP LOCKED)
                """)
                .param("until", utc(lease.until()))
                .param("held", held.toArray(Long[]::new))
                .param("node", lease.node())
                .param("now", utc(lease.from()))
                .update();
    }

    /**
     * What this node has leased. Asked for before it is looked up what is held: who holds something does so before it
     * is committed, so all that is seen here is known there.
     */
    Set<Long> leased(String node) {
        return new HashSet<>(jdbc.sql("SELECT id FROM delivery WHERE leased_by = ?")
                .param(node)
                .query(Long.class)
                .list());
    }

    /** What this node leased and does not work on is free again. */
    void release(String node, Set<Long> idle) {
        jdbc.sql("""
                UPDATE delivery SET leased_by = NULL, leased_until = NULL
                WHERE leased_by = :node AND id = ANY (:idle::bigint[])
                """)
                .param("node", node)
                .param("idle", idle.toArray(Long[]::new))
                .update();
    }
}
