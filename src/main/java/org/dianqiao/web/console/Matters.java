package org.dianqiao.web.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Entry;
import org.springframework.stereotype.Component;

/** Which cases a message is about: those that its manifest and its payload name, as long as that is kept. */
@Component
class Matters {

    private static final Map<String, Kind> NUMBERS = Map.of(
            "filingNo", Kind.PERMIT,
            "applicationNo", Kind.SUPPLY,
            "reservationNo", Kind.RESERVATION);
    private static final List<String> CASE_NUMBERS = List.of("caseNo", "leadNo", "projectCode");
    private static final int LONGEST_PAYLOAD = 256 * 1024;

    private final MatterStore store;
    private final PartStore parts;

    Matters(MatterStore store, PartStore parts) {
        this.store = store;
        this.parts = parts;
    }

    List<Matter> of(Entry entry, Manifest manifest) {
        JsonNode payload = payload(entry, manifest);
        Set<String> caseNos = new LinkedHashSet<>();
        if (entry.caseId() != null) {
            caseNos.add(entry.caseId());
        }
        CASE_NUMBERS.stream()
                .map(payload::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .forEach(caseNos::add);
        String task = payload.path("taskNo").asText();
        if (task.contains("-")) {
            caseNos.add(task.substring(0, task.lastIndexOf('-')));
        }
        Map<Kind, String> numbers = new EnumMap<>(Kind.class);
        NUMBERS.forEach((member, kind) -> {
            if (payload.path(member).isTextual()) {
                numbers.put(kind, payload.path(member).asText());
            }
        });
        return caseNos.isEmpty() && numbers.isEmpty() ? List.of() : store.of(entry, caseNos, numbers);
    }

    private JsonNode payload(Entry entry, Manifest manifest) {
        List<String> first = manifest.parts().stream().limit(1).map(Part::sm3).toList();
        return parts.kept(entry, first, LONGEST_PAYLOAD).stream()
                .findFirst()
                .map(PartStore.Kept::small)
                .flatMap(Payload::read)
                .orElse(MissingNode.getInstance());
    }
}
