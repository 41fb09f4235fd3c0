package org.dianqiao.connector.front;

import java.util.Objects;
import java.util.Optional;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;
import org.dianqiao.partner.Partner;

/** In whose name a row about an item is told, and as what. */
record Tellers(FrontDatabases databases, FrontSettings settings) {

    /** Of an item that is no task of ours the utility hears in its lead. */
    Say progress(Front front, Row row, String mapping, Item item, Known known) {
        Optional<Project> project = known.projectOf(item);
        String status = row.text("blzt");
        return front.updated(
                mapping,
                columns -> columns.putObject("known")
                        .put("projectCode", project.map(Project::code).orElse(null))
                        .put("stage", project.map(each -> each.stageOf(item)).orElse(1))
                        .put("item", item.item()),
                () -> project.filter(each -> !status.isEmpty())
                        .ifPresent(each -> known.learn(each.at(each.stageOf(item), status))));
    }

    Say decided(Front front, Item item, Runnable said) {
        return said(front, "decided", item, said);
    }

    /** The department whose task it is may work on the platform of another. */
    Say said(Front front, String mapping, Item item, Runnable said) {
        Partner department =
                databases.find(Objects.requireNonNull(item.taskOf())).orElse(front.reader());
        return new Say(department, "permit.decided", front.mapping(mapping), columns -> {}, said);
    }

    /** Whoever goes on with a task has the papers that he had asked for. */
    Say papersComplete(Front front, Item item, Known known) {
        Say complete = decided(front, item, () -> known.resumed(item));
        return complete.knowing(columns -> columns.put("blzt", "7").remove("blyj"));
    }

    /** The item that a row is about may still come. */
    Wait awaited(Say bare) {
        MappingFault nowhere = MappingFault.at("/spsxslbm", "没有这个事项实例的办理信息", "no item has this number");
        return new Wait("等待事项实例 spsxslbm 的办理信息", settings.parent(), bare.faulty(nowhere));
    }
}
