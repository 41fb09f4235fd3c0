package org.dianqiao.connector.front;

import java.util.Optional;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;

/** 审批事项办理: an item of a project is under way. Which belong to tasks of ours we have written ourselves. */
record ItemRules(Front front, FrontSettings settings) implements Rules {

    private static final String STAGE = "[1-9][0-9]?";

    @Override
    public String key(Row row) {
        return row.item();
    }

    @Override
    public Ruling valid(Row row, Known known) {
        Optional<Project> project = known.project(row.district(), row.project()).filter(each -> !each.withdrawn());
        if (project.isEmpty()) {
            return new Wait("等待工程代码 gcdm 的项目基本信息", settings.parent(), bare().faulty(nowhere(row, known)));
        }
        Optional<Item> before = known.item(row.item());
        Item item = Item.toldOf(row, project.get(), stage(row), name(row));
        return before.filter(each -> each.equals(item) || each.taskOf() != null).isPresent()
                ? new Pass(null)
                : told("item", project.get(), item, () -> known.learn(item));
    }

    private static MappingFault nowhere(Row row, Known known) {
        return known.isAmbiguous(row.district(), row.project())
                ? MappingFault.at("/xzqhdm", "多个行政区划有此工程代码，此行的不在其中", "several districts have this number, not this one")
                : MappingFault.at("/gcdm", "没有这个工程代码的有效项目", "no valid project has this number");
    }

    private static String name(Row row) {
        return row.text("spsxmc").isEmpty() ? row.text("spsxbm") : row.text("spsxmc");
    }

    @Override
    public Ruling taken(Row row, Known known) {
        Optional<Item> item =
                known.item(row.item()).filter(each -> each.taskOf() == null).filter(each -> !each.withdrawn());
        Optional<Project> project = item.flatMap(known::projectOf);
        if (project.filter(Project::withdrawn).isPresent()) {
            return new Pass("该项目已撤销", () -> known.learn(item.get().taken()));
        }
        return project.isEmpty()
                ? new Pass(null)
                : Wait.forSuccessor(row, settings, withdrawn(project.get(), item.get(), known));
    }

    private Say withdrawn(Project project, Item item, Known known) {
        return told("item-withdrawn", project, item, () -> known.learn(item.taken()));
    }

    private Say told(String mapping, Project project, Item item, Runnable said) {
        return front.updated(
                mapping,
                columns -> columns.putObject("known")
                        .put("projectCode", project.code())
                        .put("stage", project.stageOf(item))
                        .put("item", item.item()),
                said);
    }

    private static int stage(Row row) {
        String stage = row.text("dybzspjdxh");
        return stage.matches(STAGE) ? Integer.parseInt(stage) : 0;
    }

    @Override
    public Say bare() {
        return front.updated("item");
    }
}
