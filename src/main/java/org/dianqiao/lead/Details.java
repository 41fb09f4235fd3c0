package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;

/** Who builds what and where, put together from what every origin told, in the words of lead.assigned. */
final class Details {

    private static final String OWNER = "owner";
    private static final String SITE = "site";
    private static final String SUSPECT = "suspect";
    private static final Set<String> SAID_ELSEWHERE = Set.of("projectCode", "regionCode", "revision");

    private Details() {}

    static ObjectNode of(ToldOfLead told, String regionCode) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        told.tellers().forEach(origin -> add(details, origin, told.now(origin)));
        if (details.isEmpty()) {
            return unknown(regionCode);
        }
        if (details.get(OWNER) instanceof ObjectNode owner) {
            markSuspect(owner);
        }
        return details;
    }

    /** What is known of a project whose code is all that was told: who and where exactly stays open, and is said to. */
    private static ObjectNode unknown(String regionCode) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.putObject(OWNER)
                .put("kind", "enterprise")
                .put("name", "")
                .put("idType", "001")
                .put("idNo", "");
        details.putObject(SITE).put("regionCode", regionCode).put("address", "");
        details.putArray("incomplete").add(OWNER).add(SITE);
        return details;
    }

    private static void add(ObjectNode details, Origin origin, JsonNode telling) {
        join(details, OWNER, telling.path(origin.owner()), "idNo");
        join(details, SITE, telling.path(SITE), "regionCode");
        Leads.theirs(telling).properties().stream()
                .filter(member -> !member.getKey().equals(origin.owner())
                        && !member.getKey().equals(SITE)
                        && !SAID_ELSEWHERE.contains(member.getKey()))
                .forEach(member -> place(details, origin)
                        .set(member.getKey(), member.getValue().deepCopy()));
    }

    private static ObjectNode place(ObjectNode details, Origin origin) {
        return origin.place().isEmpty() ? details : details.withObject("/" + origin.place());
    }

    /** What another does not name of the same one stays; of another one nothing does. */
    private static void join(ObjectNode details, String member, JsonNode told, String recognisedBy) {
        if (!told.isObject()) {
            return;
        }
        JsonNode before = details.path(member);
        boolean same = before.isObject() && before.path(recognisedBy).equals(told.path(recognisedBy));
        ObjectNode whole = same ? (ObjectNode) before : JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) told.deepCopy());
        details.set(member, whole);
    }

    /** Codes with a wrong check digit have been issued for real: a register must decide, not we. */
    private static void markSuspect(ObjectNode owner) {
        owner.remove(SUSPECT);
        boolean enterprise = owner.path("idType").asText().equals("001");
        if (enterprise && CreditCode.check(owner.path("idNo").asText()).verdict() != Verdict.VALID) {
            owner.put(SUSPECT, true);
        }
    }
}
