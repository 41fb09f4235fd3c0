package org.dianqiao.connector.front;

/** One reading of a table, page by page: void rows are judged last, when it is certain what took their place. */
record Round(Front front, Rules rules, String table, Voids voids) {

    static Round of(Front front, Rules rules, String table) {
        return new Round(front, rules, table, new Voids(rules::key));
    }
}
