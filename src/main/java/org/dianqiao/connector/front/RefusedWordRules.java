package org.dianqiao.connector.front;

import java.util.List;
import java.util.Optional;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;
import org.dianqiao.delivery.Ends;

/**
 * What a filer said of a task, which we wrote as 2, 14 or 7 and the platform has failed. No message of the exchange tells a
 * filer so: the delivery that wrote it is a dead letter after all, and an operator knows.
 */
record RefusedWordRules(Front front, FrontSettings settings, Ends ends) implements Rules {

    private static final String FAILED_ROW = "the platform has failed the row that says so";

    @Override
    public String key(Row row) {
        return row.serial();
    }

    @Override
    public List<String> bonds(Row row) {
        return List.of(row.item());
    }

    /** It may be failed before we know that our own commit there was heard. */
    @Override
    public Ruling valid(Row row, Known known) {
        Optional<String> department = known.item(row.item()).map(Item::taskOf);
        if (department.isEmpty()) {
            return new Pass(null);
        }
        String message = row.text("dfsjzj").substring(FrontSteps.OURS.length());
        Pass told = new Pass(null, () -> ends.undone(department.get(), message, FAILED_ROW, reason(row)));
        return ends.isUnderWay(department.get(), message) ? new Wait(null, settings.parent(), told) : told;
    }

    private static String reason(Row row) {
        String reason = row.text("sbyy");
        return reason.isBlank() ? "未说明原因" : reason;
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
