package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Message;
import org.dianqiao.ledger.Entry;

/** How leads are told. Pure: the lead goes in, the words come out. */
final class Leads {

    /** Whoever tells of a lead, or of what has changed about it, says none of these. */
    private static final Set<String> OURS = Set.of(
            "leadNo",
            "origin",
            "origins",
            Attestation.MEMBER,
            Origin.ENTERPRISE.place(),
            Origin.LAND.place(),
            "incomplete",
            "milestones",
            "withdrawn",
            "hint",
            "state",
            "applicationNo",
            "mergedInto",
            "receivedAt",
            "reserveProjectNo",
            "answers");

    private Leads() {}

    /** The words of lead.assigned. */
    static ObjectNode assigned(Lead lead) {
        ObjectNode words = JsonNodeFactory.instance
                .objectNode()
                .put("leadNo", lead.leadNo())
                .put("origin", lead.origin().written());
        lead.told().origins().forEach(origin -> words.withArray("origins").add(origin.written()));
        if (lead.projectCode() != null) {
            words.put("projectCode", lead.projectCode());
        }
        words.setAll(Details.of(lead.told(), lead.regionCode()));
        if (!lead.told().attested().isEmpty()) {
            words.set(Attestation.MEMBER, lead.told().attested());
        }
        words.set("milestones", lead.told().milestones());
        lead.told().withdrawn().ifPresent(why -> words.set("withdrawn", why));
        standing(words, lead);
        return words.put("receivedAt", Entry.time(lead.receivedAt()));
    }

    /** What is not as it usually is. */
    private static void standing(ObjectNode words, Lead lead) {
        if (lead.told().isHint()) {
            words.put("hint", true);
        }
        if (lead.applicationNo() != null) {
            words.put("state", lead.state()).put("applicationNo", lead.applicationNo());
        }
        if (lead.mergedInto() != null) {
            words.put("state", lead.state()).put("mergedInto", lead.mergedInto());
        }
    }

    /** The words of lead.lookup's reply. */
    static ObjectNode lookedUp(Lead lead) {
        ObjectNode words = assigned(lead).put("state", lead.state());
        reserveProjectNo(lead).ifPresent(no -> words.put("reserveProjectNo", no));
        words.set("answers", lead.told().answers());
        return words;
    }

    /** Under which the utility last took it into its reserve 储备库. */
    static Optional<String> reserveProjectNo(Lead lead) {
        return StreamSupport.stream(lead.told().answers().spliterator(), false)
                .map(answer -> answer.path("reserveProjectNo").asText(""))
                .filter(no -> !no.isEmpty())
                .reduce((earlier, later) -> later);
    }

    static ObjectNode theirs(JsonNode said) {
        ObjectNode theirs = said.deepCopy();
        return theirs.remove(OURS);
    }

    /** A step of a project, or its end. */
    static JsonNode ofProject(Message message) {
        ObjectNode said = theirs(without(message.payload(), "projectCode"));
        if (said.path("changes").isObject()) {
            said.set("changes", theirs(said.path("changes")));
        }
        Attestation.write(message.attested(), said);
        return said;
    }

    /** What a utility answers. */
    static JsonNode ofUtility(Message message) {
        ObjectNode said = without(message.payload(), "leadNo");
        Attestation.write(message.attested(), said);
        return said;
    }

    static ObjectNode without(JsonNode payload, String... members) {
        ObjectNode copy = payload.deepCopy();
        for (String member : members) {
            copy.remove(member);
        }
        return copy;
    }
}
