package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.ledger.Entry;

/** How leads come to be, grow and are told. Pure: what was told goes in, the lead as it then is comes out. */
final class Leads {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NOT_DETAILS = Set.of("projectCode", "regionCode");

    private Leads() {}

    /** What is known of a project whose code is all that was told: who and where exactly stays open, and is said to. */
    static ObjectNode unknown(String regionCode) {
        ObjectNode details = JSON.objectNode();
        details.putObject("owner")
                .put("kind", "enterprise")
                .put("name", "")
                .put("idType", "001")
                .put("idNo", "");
        details.putObject("site").put("regionCode", regionCode).put("address", "");
        details.putArray("incomplete").add("owner").add("site");
        return details;
    }

    /** The project as it was coded. Told twice, it is one lead; what is told later completes what was told before. */
    static Lead coded(Lead lead, JsonNode project) {
        ObjectNode details = lead.details().deepCopy();
        details.remove("incomplete");
        project.properties().stream()
                .filter(member -> !NOT_DETAILS.contains(member.getKey()))
                .forEach(
                        member -> details.set(member.getKey(), member.getValue().deepCopy()));
        markSuspect((ObjectNode) details.get("owner"));
        return lead.with(project.path("regionCode").asText(), details);
    }

    static Lead reached(Lead lead, JsonNode update) {
        JsonNode milestone = without(update, "projectCode");
        for (JsonNode known : lead.milestones()) {
            if (known.equals(milestone)) {
                return lead;
            }
        }
        return lead.withMilestones(lead.milestones().deepCopy().add(milestone));
    }

    static Lead withdrawn(Lead lead, JsonNode withdrawal) {
        return lead.withdrawnBecause(without(withdrawal, "projectCode"));
    }

    static Lead answered(Lead lead, JsonNode answer) {
        ArrayNode answers = lead.answers().deepCopy().add(without(answer, "leadNo"));
        return lead.answered(answer.path("state").asText(), answers);
    }

    /** The words of lead.assigned. */
    static ObjectNode assigned(Lead lead) {
        ObjectNode told = JSON.objectNode()
                .put("leadNo", lead.leadNo())
                .put("origin", lead.origin())
                .put("projectCode", lead.projectCode());
        told.setAll(lead.details());
        told.set("milestones", lead.milestones());
        if (lead.withdrawn() != null) {
            told.set("withdrawn", lead.withdrawn());
        }
        return told.put("receivedAt", Entry.time(lead.receivedAt()));
    }

    /** The words of lead.lookup's reply. */
    static ObjectNode lookedUp(Lead lead) {
        ObjectNode told = assigned(lead).put("state", lead.state());
        told.set("answers", lead.answers());
        return told;
    }

    static Lead begin(String projectCode, String regionCode, Instant at) {
        return new Lead(
                "",
                "project",
                projectCode,
                regionCode,
                null,
                Lead.ASSIGNED,
                unknown(regionCode),
                JSON.arrayNode(),
                JSON.arrayNode(),
                null,
                at);
    }

    /** Codes with a wrong check digit have been issued for real: a register must decide, not we. */
    private static void markSuspect(ObjectNode owner) {
        boolean enterprise = owner.path("idType").asText().equals("001");
        if (enterprise && CreditCode.check(owner.path("idNo").asText()).verdict() != Verdict.VALID) {
            owner.put("suspect", true);
        }
    }

    private static ObjectNode without(JsonNode payload, String member) {
        ObjectNode copy = payload.deepCopy();
        copy.remove(member);
        return copy;
    }
}
