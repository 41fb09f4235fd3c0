package org.dianqiao.connector.front;

import java.util.List;

/** What is done about the rows of one table. */
interface Rules {

    /** What is written beside a row that was made void before it was read. */
    String UNTOLD = "已作废，未曾转告";

    /** What row it takes the place of, or is taken back by. */
    String key(Row row);

    /** Rows that have one of these in common are taken in their order. */
    default List<String> bonds(Row row) {
        return List.of(row.project());
    }

    Ruling valid(Row row, Known known);

    Ruling taken(Row row, Known known);

    /** As whose message a row is recorded that cannot be read at all. */
    Ruling.Say bare();
}
