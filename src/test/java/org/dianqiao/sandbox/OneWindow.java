package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** 一窗受理, stood in for: assigns a filing's tasks, takes papers on, and gives the result of four permits. */
final class OneWindow implements AutoCloseable {

    private static final List<String> DEPARTMENTS =
            List.of("planning.zhengzhou", "municipal.zhengzhou", "greening.zhengzhou", "traffic-police.zhengzhou");

    private final Town town;
    private final GatewayStandIn gateway;
    private final Sandbox sandbox;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, String> filings = new ConcurrentHashMap<>();
    private final Set<String> permitted = ConcurrentHashMap.newKeySet();

    OneWindow(Town town, GatewayStandIn gateway, Sandbox sandbox) {
        this.town = town;
        this.gateway = gateway;
        this.sandbox = sandbox;
        gateway.then(payload -> thread.execute(() -> act(payload)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void act(ObjectNode payload) {
        String task = payload.path("taskNo").asText();
        if (payload.has("works") && payload.has("filingNo")) {
            accept(payload, payload.path("filingNo").asText());
        } else if (payload.has("documents") && !task.isEmpty()) {
            tell(task.substring(2), "permit.supplemented", payload);
        } else if (!task.isEmpty() && payload.has("documentsAsked")) {
            tell(Grid.ID, "permit.decided", payload);
        } else if (!task.isEmpty() && payload.path("status").asText().equals("11")) {
            permit(filings.getOrDefault(task, ""), task);
        }
    }

    private void accept(ObjectNode filed, String filingNo) {
        ObjectNode accepted = Json.object().put("filingNo", filingNo).put("caseNo", "C1");
        switch (filed.path("regionCode").asText()) {
            case "410105" -> {
                DEPARTMENTS.forEach(
                        department -> accepted.withArray("tasks").addObject().put("taskNo", "T-" + department));
                tell(Grid.ID, "permit.accepted", accepted);
                DEPARTMENTS.forEach(department -> assign(filed, "T-" + department, filingNo));
            }
            case "370102" -> result("grid.shandong", filingNo, "committed", "DQ-2");
            default -> result("grid.anhui", filingNo, "committed", "DQ-3");
        }
    }

    private void assign(ObjectNode filed, String task, String filingNo) {
        filings.put(task, filingNo);
        ObjectNode assigned = Json.object().put("taskNo", task).put("filingNo", filingNo);
        assigned.set("documents", filed.path("documents"));
        tell(task.substring(2), "permit.task-assigned", assigned);
    }

    private void permit(String filingNo, String task) {
        permitted.add(task);
        if (permitted.size() == DEPARTMENTS.size()) {
            result(Grid.ID, filingNo, "approved", "DQ-1");
        }
    }

    private void result(String grid, String filingNo, String outcome, String certificate) {
        ObjectNode result = Json.object().put("filingNo", filingNo).put("outcome", outcome);
        result.putObject("certificate").put("number", certificate);
        tell(grid, "permit.result", result);
    }

    private void tell(String partner, String service, ObjectNode payload) {
        try {
            Signatories pinned = town.pinned(partner + "/certificate.pem");
            new Desk(gateway.identity(), Town.base(sandbox.counter(partner)), pinned, Town.CLOCK)
                    .send(Letter.event(service, payload).to(partner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
