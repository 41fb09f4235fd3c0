package org.dianqiao.connector.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One reading of a table, page by page: void rows are judged last, when it is certain what took their place. */
final class Round {

    private final Front front;
    private final Rules rules;
    private final String table;
    private final Map<String, List<Row>> voided = new LinkedHashMap<>();

    Round(Front front, Rules rules, String table) {
        this.front = front;
        this.rules = rules;
        this.table = table;
    }

    Front front() {
        return front;
    }

    Rules rules() {
        return rules;
    }

    String table() {
        return table;
    }

    void voided(Row row) {
        voided.computeIfAbsent(rules.key(row), key -> new ArrayList<>()).add(row);
    }

    /** Void rows before it that it takes the place of. Rows are numbered as they were put there. */
    List<Row> replacedBy(Row row, List<Row> sequence) {
        List<Row> same = voided.get(rules.key(row));
        if (same == null) {
            return List.of();
        }
        int place = sequence.indexOf(row);
        List<Row> replaced =
                same.stream().filter(each -> sequence.indexOf(each) < place).toList();
        same.removeAll(replaced);
        return replaced;
    }

    List<Row> unreplaced() {
        return voided.values().stream().flatMap(List::stream).toList();
    }
}
