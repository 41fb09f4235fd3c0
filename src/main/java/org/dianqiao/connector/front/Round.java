package org.dianqiao.connector.front;

/**
 * One reading of a table, page by page: void rows are judged last, when it is certain what took their place.
 *
 * @param most rows of a page
 */
record Round(Front front, Rules rules, String table, int most, Voids voids) {

    static Round of(Front front, Rules rules, String table, int most) {
        return new Round(front, rules, table, most, new Voids(rules::key));
    }

    /** The route of this table that does one thing. */
    String way(String what) {
        return front.endpoint().dialect() + "." + table + "." + what;
    }
}
