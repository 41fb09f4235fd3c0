package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.delivery.Enclosed;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;

/** The papers of a message 材料: what its list names, and the parts that hold them. */
final class MessagePapers {

    private MessagePapers() {}

    /** Parts that the list names and the message does not have. */
    static List<Violation> absentParts(JsonNode payload, List<Part> parts) {
        List<Violation> faults = new ArrayList<>();
        JsonNode papers = payload.path("documents");
        for (int i = 0; i < papers.size(); i++) {
            absentPart(papers.path(i), "/documents/" + i, parts, faults);
        }
        return faults;
    }

    static void absentPart(JsonNode paper, String at, List<Part> parts, List<Violation> faults) {
        String name = paper.path("part").asText();
        if (!name.isEmpty()
                && parts.stream().skip(1).noneMatch(part -> part.name().equals(name))) {
            faults.add(new Violation(at + "/part", "报文清单中没有名为 " + name + " 的部件"));
        }
    }

    /** All parts behind the payload, to go along with what is said because of the message. */
    static List<Enclosed> of(Message message) {
        List<Enclosed> papers = new ArrayList<>();
        for (int i = 1; i < message.contents().size(); i++) {
            papers.add(new Enclosed(
                    message.manifest().parts().get(i).sent(), message.contents().get(i)));
        }
        return papers;
    }
}
