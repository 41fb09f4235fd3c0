package org.dianqiao.connector.front;

import java.util.Set;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.front.Ruling.First;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;

/** 审批事项办理详细信息: how far an item is. Of a task of ours it is the department's word. */
record DetailRules(Front front, FrontSettings settings, Tellers tellers) implements Rules {

    private static final Set<String> AFTER_PAPERS = Set.of("3", "5");

    @Override
    public String key(Row row) {
        return row.actBy("blzt");
    }

    @Override
    public Ruling valid(Row row, Known known) {
        return known.standing(row.item()).map(item -> of(item, row, known)).orElseGet(() -> tellers.awaited(bare()));
    }

    private Ruling of(Item item, Row row, Known known) {
        if (!item.project().equals(row.project())) {
            return bare().faulty(MappingFault.at("/gcdm", "与该事项实例的工程代码不符", "the item is of another project"));
        }
        if (row.isMadeVoid()) {
            return new Pass(UNTOLD);
        }
        return item.taskOf() == null
                ? tellers.progress(front, row, "progress", item, known)
                : resumed(row, item, known);
    }

    /** That papers are complete 7 we have written ourselves when they were handed in; here is who found so. */
    private Ruling resumed(Row row, Item item, Known known) {
        if (item.supplemented() && row.text("blzt").equals("7")) {
            return tellers.decided(front, item, () -> known.resumed(item));
        }
        Ruling decided = decided(row, item, known);
        return item.supplemented() && AFTER_PAPERS.contains(row.text("blzt"))
                ? new First(tellers.papersComplete(front, item, known), decided)
                : decided;
    }

    /**
     * The document comes in a table of its own, which is filled a little later; it goes with the decision. One whose licence cannot
     * be is refused in its own table, and for the decision it is not there.
     */
    private Ruling decided(Row row, Item item, Known known) {
        boolean wrong = row.wrongLicence().isPresent();
        boolean documented = !wrong && row.isDocumented();
        Say decided =
                tellers.decided(front, item, () -> known.learn(item.decided(row.passes(), row.passes() && documented)));
        Say said = wrong ? decided.knowing(columns -> columns.remove(Row.DOCUMENT)) : decided;
        return row.passes() && !documented ? new Wait("等待批复文件", settings.successor(), said) : said;
    }

    @Override
    public Ruling taken(Row row, Known known) {
        return Wait.forSuccessor(row, settings, new Pass("已作废；此前如已转告，不能收回"));
    }

    @Override
    public Say bare() {
        return front.updated("progress");
    }
}
