package org.dianqiao.web.cases;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A province's open cases at once: ten divisions, three partners who owe something, three deadlines in each case. */
public final class Many {

    private static final int AT_ONCE = 10_000;

    private Many() {}

    /** Behind one that is there. `told`: how many bytes each of them was told; nobody will open them. */
    public static void insert(JdbcClient database, int cases, int told) {
        for (int first = 1; first <= cases; first += AT_ONCE) {
            insert(database, first, Math.min(cases, first + AT_ONCE - 1), told);
        }
    }

    /** In portions: a connection of the gateway waits for no statement longer than half a minute. */
    private static void insert(JdbcClient database, int first, int last, int told) {
        database.sql("""
                INSERT INTO casefile (case_no, kind, keeper, number, region_code, utility, thread, part_of, state, open,
                                      opened_at, told, colour, due_at, owed_by)
                SELECT 'P410105-261101-' || lpad(i::text, 6, '0'), CASE WHEN i % 3 = 0 THEN 'supply' ELSE 'permit' END,
                       'grid.henan', 'JS-2025-' || i, (410100 + i % 10)::text, 'grid.henan', 'thread-' || i, NULL,
                       CASE WHEN i % 3 = 0 THEN 'accepted' ELSE 'deciding' END, true, now() - i * interval '1 second',
                       decode(repeat('5a', :told), 'hex'),
                       CASE WHEN i % 50 = 0 THEN 4 WHEN i % 25 = 1 THEN 3 WHEN i % 12 = 2 THEN 2
                            WHEN i % 10 = 3 THEN 1 ELSE 0 END,
                       now() + (i * 7919 % 1000000 - 200000) * interval '1 second',
                       CASE i % 3 WHEN 0 THEN '{grid.henan}'::text[] ELSE '{greening.zhengzhou,municipal.zhengzhou}' END
                FROM generate_series(:first, :last) AS i
                """)
                .param("first", first)
                .param("last", last)
                .param("told", told)
                .update();
        database.sql("""
                INSERT INTO deadline (case_no, about, title_zh, title_en, side, responsible, rule, began, allowed, stops,
                                      raised, due_at, look_at, reckoned_with, met_at)
                SELECT c.case_no, 'T-' || t, '道路挖掘', 'road works', 'department',
                       c.owed_by[1 + t % cardinality(c.owed_by)],
                       'HEN20-P3', c.opened_at, '5 WD', '', c.colour, c.due_at + t * interval '1 day', NULL,
                       (SELECT max(reckoned_with) FROM deadline), NULL
                FROM casefile c, generate_series(0, 2) AS t
                WHERE c.case_no BETWEEN 'P410105-261101-' || lpad(:first, 6, '0') AND 'P410105-261101-' || lpad(:last, 6, '0')
                """).param("first", "" + first).param("last", "" + last).update();
    }
}
