package org.dianqiao.connector.front;

import java.util.Optional;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;

/** 审批事项批复文件: the paper that an item ended with, and its licence. */
record DocumentRules(Front front, FrontSettings settings, Tellers tellers) implements Rules {

    @Override
    public String key(Row row) {
        String own = row.text("dfsjzj");
        return row.item() + " " + (own.isEmpty() ? row.text("pfwh") : own);
    }

    @Override
    public String order(Row row) {
        return row.project();
    }

    @Override
    public Ruling valid(Row row, Known known) {
        Optional<Item> item = known.item(row.item());
        if (item.isEmpty()) {
            return new Wait(
                    "等待事项实例 spsxslbm 的办理信息", settings.parent(), bare(row).faulty(Tellers.nowhere()));
        }
        return item.get().taskOf() == null
                ? tellers.progress(front, row, "document", item.get(), known)
                : decided(row, item.get(), known);
    }

    /** It went with the decision; where it came too late for that the decision is told again, and the case judges. */
    private Ruling decided(Row row, Item item, Known known) {
        if (item.documented()) {
            return new Pass(null);
        }
        MappingFault early = MappingFault.at("/spsxslbm", "该事项实例没有办结", "the item has not ended");
        return item.passed()
                ? tellers.decided(front, item, () -> known.learn(item.decided(true, true)))
                : new Wait("等待办结的办理详细信息", settings.parent(), bare(row).faulty(early));
    }

    @Override
    public Ruling taken(Row row, Known known) {
        return new Wait("作废行，等待更正后的行", settings.successor(), new Pass("已转告的批复文件不能收回"));
    }

    @Override
    public Say bare(Row row) {
        return new Say(front.reader(), Tellers.UPDATED, front.mapping("document"), columns -> {}, () -> {});
    }
}
