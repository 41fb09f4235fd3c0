package org.dianqiao.connector.front;

import java.util.List;
import java.util.Optional;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Wait;

/** 项目基本信息: a project that is new, that was changed, or that was taken back. */
record ProjectRules(Front front, FrontSettings settings) implements Rules {

    private static final String OTHERS_STAND = "该项目另有有效的工程，项目未撤销";

    @Override
    public String key(Row row) {
        return row.project() + " " + row.text("xmdm");
    }

    @Override
    public List<String> bonds(Row row) {
        return List.of("gcdm " + row.project(), "xmdm " + row.text("xmdm"));
    }

    @Override
    public Ruling valid(Row row, Known known) {
        String code = row.text("xmdm");
        Optional<Project> before =
                known.project(row).filter(project -> project.code().equals(code) && !project.withdrawn());
        if (before.filter(project -> project.said().equals(row.words())).isPresent()) {
            return new Pass(null);
        }
        Project coded = Project.coded(row, code);
        Project fresh = known.project(row).map(coded::after).orElse(coded);
        return before.or(() -> known.coded(code).findFirst())
                .map(stands -> changed(
                        before.map(project -> project.saying(row.words())).orElse(fresh), stands, known))
                .orElseGet(() -> new Say(
                        front.reader(),
                        "project.code-assigned",
                        front.mapping("code-assigned"),
                        columns -> columns.putObject("known")
                                .put("again", known.project(row).isPresent()),
                        () -> known.learn(fresh)));
    }

    /** It is told how far the project is, which is as far as it was. */
    private Say changed(Project after, Project stands, Known known) {
        return front.updated(
                "project-updated",
                columns ->
                        columns.putObject("known").put("stage", stands.stage()).put("status", stands.status()),
                () -> known.learn(after));
    }

    /** A project is given up when the last of its parts 工程 is. */
    @Override
    public Ruling taken(Row row, Known known) {
        String code = row.text("xmdm");
        Optional<Project> found = known.project(row);
        if (found.isEmpty()) {
            return new Pass(null);
        }
        Project project = found.get();
        if (project.former().contains(code)) {
            return takenBack(row, known, () -> known.learn(project.takenAs(code)));
        }
        return project.withdrawn() || !project.code().equals(code)
                ? new Pass(null)
                : Wait.forSuccessor(row, settings, takenBack(row, known, () -> known.learn(project.taken())));
    }

    private Ruling takenBack(Row row, Known known, Runnable forgotten) {
        boolean last = known.coded(row.text("xmdm")).allMatch(each -> each.isOf(row));
        return last ? withdrawn(forgotten) : new Pass(OTHERS_STAND, forgotten);
    }

    private Say withdrawn(Runnable forgotten) {
        return new Say(front.reader(), "project.withdrawn", front.mapping("withdrawn"), columns -> {}, forgotten);
    }

    @Override
    public Say bare() {
        return front.updated("project-updated");
    }
}
