package org.dianqiao.connector.front;

import java.util.Optional;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;

/** Rows that we have written for a task and that the platform has failed: its department does not take the task. */
record RefusedRules(Front front, Tellers tellers) implements Rules {

    @Override
    public String key(Row row) {
        return row.item();
    }

    @Override
    public Ruling valid(Row row, Known known) {
        Optional<Item> task = known.item(row.item()).filter(each -> each.taskOf() != null);
        return task.isEmpty() ? new Pass(null) : tellers.said(front, "refused", task.get(), () -> {});
    }

    @Override
    public Ruling taken(Row row, Known known) {
        return new Pass(null);
    }

    @Override
    public Say bare() {
        return front.updated("progress");
    }
}
