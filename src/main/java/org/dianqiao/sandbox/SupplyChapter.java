package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * 施工用电: the plot's building site applies for power. Its line is filed once for all departments; greening wants the
 * traffic plan again and gets it; with all permits there the utility answers the scheme.
 */
record SupplyChapter(Grid grid, Department greening, Stage stage) {

    private static final List<String> PAPERS = List.of("construction-plan", "traffic-plan");

    void play() throws InterruptedException {
        String application = grid.utility().letters() + "-YD-" + stage.numbers().next();
        String filing = grid.utility().letters() + "-SG-" + stage.numbers().next();
        grid("施工用电申请 The building site applies for power", "supply.applied", application(application));
        grid("用电申请已受理 It is accepted", "progress.reported", progress(application, "accepted", "finished"));
        greening.temper(Temper.SUPPLEMENTS, filing);
        new Result(grid, filing, Plot.PROJECT, stage)
                .after(() ->
                        stage.step("施工用电线路申报 Grid files the line: " + filing, grid.desk(), filed(filing, application)));
        grid("供电方案开始答复 The scheme is begun", "progress.reported", progress(application, "scheme-answered", "started"));
        grid(
                "供电方案答复完成 The scheme is answered",
                "progress.reported",
                progress(application, "scheme-answered", "finished"));
    }

    private void grid(String telling, String service, ObjectNode payload) throws InterruptedException {
        stage.step(telling, grid.desk(), Letter.event(service, payload).about(Plot.PROJECT));
    }

    private ObjectNode application(String applicationNo) {
        ObjectNode application =
                Json.object().put("applicationNo", applicationNo).put("channel", "hall");
        application.set("applicant", Plot.owner());
        application.set("site", Plot.site());
        application
                .put("customerClass", "hv")
                .put("capacityKw", Plot.CAPACITY_KW)
                .put("voltageKv", 10)
                .put("supplies", 1)
                .put("purpose", "施工用电")
                .put("projectCode", Plot.PROJECT);
        application
                .putArray("documents")
                .addObject()
                .put("type", "identity-proof")
                .put("name", "营业执照");
        application
                .withArray("documents")
                .addObject()
                .put("type", "property-proof")
                .put("name", "建设用地规划许可证");
        return application.put("at", stage.now());
    }

    private Letter filed(String filingNo, String applicationNo) {
        ObjectNode filed = Json.object().put("filingNo", filingNo).put("regionCode", Plot.REGION);
        filed.set("works", Plot.works());
        filed.set("site", Plot.site());
        filed.set("applicant", Plot.owner());
        filed.put("plannedStart", stage.today().plusDays(20).toString())
                .put("plannedFinish", stage.today().plusDays(50).toString())
                .put("applicationNo", applicationNo)
                .put("projectCode", Plot.PROJECT);
        Papers papers = new Papers(filingNo, PAPERS);
        filed.set("documents", papers.documents());
        return Letter.event("permit.filed", filed, papers.parts()).about(Plot.PROJECT);
    }

    private ObjectNode progress(String applicationNo, String at, String state) {
        return Json.object()
                .put("applicationNo", applicationNo)
                .put("stage", at)
                .put("state", state)
                .put("at", stage.now());
    }
}
