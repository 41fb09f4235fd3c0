package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a department keeps of a task. */
record Task(String taskNo, String filingNo, @Nullable String caseNo, List<String> documents) {

    static Task of(Incoming assigned) throws Refusal {
        ObjectNode payload = assigned.payload();
        List<String> documents = StreamSupport.stream(payload.path("documents").spliterator(), false)
                .map(document -> document.path("type").asText())
                .toList();
        return new Task(
                text(payload, "taskNo"),
                text(payload, "filingNo"),
                assigned.manifest().caseNo(),
                documents);
    }

    private static String text(ObjectNode payload, String member) throws Refusal {
        String text = payload.path(member).asText();
        if (text.isEmpty()) {
            throw new Refusal(422, "contract-violated", "缺少 " + member);
        }
        return text;
    }
}
