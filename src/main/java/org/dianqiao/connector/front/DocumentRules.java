package org.dianqiao.connector.front;

import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;

/** 审批事项批复文件: the paper that an item ended with, and its licence. */
record DocumentRules(Front front, FrontSettings settings, Tellers tellers) implements Rules {

    @Override
    public String key(Row row) {
        return row.actBy("pfwh");
    }

    @Override
    public Ruling valid(Row row, Known known) {
        return known.standing(row.item()).map(item -> of(item, row, known)).orElseGet(() -> tellers.awaited(bare()));
    }

    private Ruling of(Item item, Row row, Known known) {
        if (item.documented()) {
            return new Pass(null);
        }
        if (row.isMadeVoid()) {
            return new Pass(UNTOLD);
        }
        return item.taskOf() == null
                ? tellers.progress(front, row, "document", item, known)
                : row.wrongLicence()
                        .<Ruling>map(wrong -> bare().faulty(wrong))
                        .orElseGet(() -> decided(item, row, known));
    }

    /** It went with the decision; where it came too late for that the decision is told again, and the case judges. */
    private Ruling decided(Item item, Row row, Known known) {
        if (!item.passed()) {
            MappingFault early = MappingFault.at("/spsxslbm", "该事项实例没有办结", "the item has not ended");
            return new Wait("等待办结的办理详细信息", settings.parent(), bare().faulty(early));
        }
        return row.passes()
                ? tellers.decided(front, item, () -> known.learn(item.decided(true, true)))
                : new Pass("该事项实例的办结已不再有效，未转告");
    }

    @Override
    public Ruling taken(Row row, Known known) {
        boolean untold = known.item(row.item())
                .filter(item -> item.taskOf() != null && !item.documented())
                .isPresent();
        return Wait.forSuccessor(row, settings, new Pass(untold ? UNTOLD : "已作废；此前如已转告，不能收回"));
    }

    @Override
    public Say bare() {
        return front.updated("document");
    }
}
