package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** 申报: what a utility has filed and its results. */
final class Filings {

    private final Map<String, Filed> filed = new ConcurrentHashMap<>();
    private final Map<String, Filed> byTask = new ConcurrentHashMap<>();

    /** A filing, the case that it is told under, and its first result. */
    record Filed(String filingNo, @Nullable String caseNo, CompletableFuture<ObjectNode> result) {

        Letter supplement(String taskNo, String paper) {
            ObjectNode supplement = Json.object().put("filingNo", filingNo).put("taskNo", taskNo);
            Papers papers = new Papers(filingNo, List.of(paper));
            supplement.set("documents", papers.documents());
            return Letter.event("permit.supplemented", supplement, papers.parts())
                    .about(caseNo);
        }
    }

    /** Before it is filed: the result may come before the receipt. */
    Future<ObjectNode> expect(String filingNo, @Nullable String caseNo) {
        return filed.computeIfAbsent(filingNo, number -> new Filed(number, caseNo, new CompletableFuture<>()))
                .result();
    }

    /** From now on it is known which tasks are of which filing. */
    void accepted(ObjectNode told) {
        find(told.path("filingNo").asText()).ifPresent(filing -> told.path("tasks")
                .forEach(task -> byTask.put(task.path("taskNo").asText(), filing)));
    }

    Optional<Filed> ofTask(String taskNo) {
        return Optional.ofNullable(byTask.get(taskNo));
    }

    private Optional<Filed> find(String filingNo) {
        return Optional.ofNullable(filed.get(filingNo));
    }

    void result(ObjectNode told) {
        find(told.path("filingNo").asText()).ifPresent(filing -> filing.result().complete(told));
    }
}
