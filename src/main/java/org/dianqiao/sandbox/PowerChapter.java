package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * 正式用电: the plot itself applies for power, at the one window. The application goes to the utility's marketing system,
 * which calls back how far it is while the story goes on; the lead is formal, and its timeline has this application too.
 */
record PowerChapter(Desk window, Stage stage) {

    /** Who speaks for the marketing system among the partners; it signs nothing itself. */
    static final String MARKETING = "marketing.henan";

    private static final int CAPACITY_KW = 12_000;

    /** Where it calls back. */
    static URI callBacks(URI gateway) {
        return gateway.resolve("/connect/v1/" + MARKETING + "/marketing/call-back");
    }

    void play() throws InterruptedException {
        String number = "ZZCK-ZS-" + stage.numbers().next();
        stage.step(
                "综合窗口受理正式用电申请 The plot applies for power at the one window: " + number,
                window,
                Letter.event("supply.applied", application(number))
                        .about(Plot.PROJECT)
                        .to(MARKETING));
        stage.step(
                "综合窗口查询进度 The window looks up how far it is",
                window,
                Letter.query("progress.lookup", Json.object().put("applicationNo", number))
                        .about(Plot.PROJECT));
    }

    private ObjectNode application(String number) {
        ObjectNode application = Json.object().put("applicationNo", number).put("channel", "joint-window");
        application.set("applicant", Plot.owner());
        application.set("site", Plot.site());
        application
                .put("customerClass", "hv")
                .put("capacityKw", CAPACITY_KW)
                .put("voltageKv", 10)
                .put("supplies", 2)
                .put("purpose", "正式用电")
                .put("projectCode", Plot.PROJECT)
                .putArray("documents")
                .addObject()
                .put("type", "identity-proof")
                .put("name", "营业执照");
        return application.put("at", stage.now());
    }
}
