package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** 告知承诺: a shop's line is filed with the commitments and the papers that the gateway named when asked before. */
record CommitmentChapter(Shop shop, Grid grid, Stage stage) {

    void play() throws InterruptedException {
        Optional<ObjectNode> decision = stage.step(
                        shop.name() + " 预判审批路径 Which path does its line take?", grid.desk(), preview())
                .filter(Answer::accepted)
                .map(Answer::json);
        if (decision.isPresent()) {
            String filing = grid.utility().letters() + "-DY-" + stage.numbers().next();
            new Result(grid, filing, filing, stage)
                    .after(() -> stage.step(
                            shop.name() + " 告知承诺申报 Its line is filed: " + filing,
                            grid.desk(),
                            filed(filing, decision.get())));
        }
    }

    private Letter preview() {
        ObjectNode question = Json.object().put("regionCode", shop.regionCode());
        question.set("works", shop.works());
        return Letter.query("permit.preview", question);
    }

    private Letter filed(String filingNo, ObjectNode decision) {
        Papers papers = new Papers(filingNo, texts(decision.path("documents")));
        ObjectNode filed = Json.object().put("filingNo", filingNo).put("regionCode", shop.regionCode());
        filed.set("works", shop.works());
        filed.set("site", shop.site());
        filed.set("applicant", shop.applicant());
        filed.put("plannedStart", stage.today().plusDays(10).toString());
        filed.set("documents", papers.documents());
        filed.set("commitments", decision.path(decision.has("commitments") ? "commitments" : "duties"));
        return Letter.event("permit.filed", filed, papers.parts()).about(filingNo);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
