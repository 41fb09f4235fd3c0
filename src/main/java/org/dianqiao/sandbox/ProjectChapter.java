package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** 赋码: the plot gets its project code, the utility hears of it on the same day, the project moves on. */
record ProjectChapter(ApprovalPlatform approval, Grid grid, Stage stage) {

    private static final String MISTYPED = "2609-410105-04-01-123458";

    void play() throws InterruptedException {
        approval("项目赋码 Project code assigned", "project.code-assigned", project(Plot.PROJECT));
        approval("同一项目再报 The same project told again", "project.code-assigned", project(Plot.PROJECT));
        approval("用地规划许可办结 Stage 1 is passed", "project.updated", landPermit());
        approval("项目代码有误 A mistyped project code", "project.code-assigned", project(MISTYPED));
        approval("工程规划许可受理 Stage 2 has begun", "project.updated", worksPermit());
        stage.step("供电公司查询线索 Grid looks the lead up", grid.desk(), lookup());
        stage.step("供电公司预判施工用电的审批路径 Grid asks which path the building site's supply takes", grid.desk(), preview());
    }

    private void approval(String telling, String service, ObjectNode payload) throws InterruptedException {
        Letter letter = Letter.event(service, payload);
        stage.step(
                telling,
                approval.desk(),
                letter.about(payload.path("projectCode").asText()));
    }

    private static Letter lookup() {
        return Letter.query("lead.lookup", Json.object().put("projectCode", Plot.PROJECT))
                .about(Plot.PROJECT)
                .because("supply application");
    }

    private static Letter preview() {
        ObjectNode question = Json.object().put("regionCode", Plot.REGION);
        question.set("works", Plot.works());
        return Letter.query("permit.preview", question).about(Plot.PROJECT);
    }

    private ObjectNode project(String code) {
        ObjectNode project = Json.object()
                .put("projectCode", code)
                .put("projectName", "中原·金水科创园一期")
                .put("regionCode", Plot.REGION);
        project.set("owner", Plot.owner());
        project.set("site", Plot.site());
        project.put("assignedAt", stage.now())
                .put("industryCode", "K7010")
                .put("investment10k", 86000)
                .put("plannedStart", stage.today().plusMonths(4).toString())
                .put("plannedFinish", stage.today().plusMonths(30).toString());
        project.set("demand", demand());
        project.putArray("documents")
                .addObject()
                .put("type", "filing-certificate")
                .put("name", "河南省企业投资项目备案证明");
        return project;
    }

    private static ObjectNode demand() {
        return Json.object()
                .put("capacityKw", 12000)
                .put("voltageKv", 10)
                .put("supplies", 2)
                .put("water", true)
                .put("gas", true)
                .put("broadband", true);
    }

    private ObjectNode landPermit() {
        return update(1, "建设用地规划许可证核发", "11").put("documentNo", "地字第4101052026GG0117号");
    }

    private ObjectNode worksPermit() {
        return update(2, "建设工程规划许可证核发", "3");
    }

    private ObjectNode update(int stageOfProject, String item, String status) {
        return Json.object()
                .put("projectCode", Plot.PROJECT)
                .put("stage", stageOfProject)
                .put("item", item)
                .put("status", status)
                .put("at", stage.now());
    }
}
