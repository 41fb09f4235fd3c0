package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.dianqiao.partner.Partner.Kind;

/**
 * An application for supply that fills itself in 免填写: what the lead knows stands in it, what was filled in is listed, and
 * what supply.applied needs beyond that is listed as missing. Nothing is guessed.
 */
final class Filling {

    private static final List<String> NEEDED = List.of(
            "applicationNo",
            "channel",
            "applicant",
            "site",
            "customerClass",
            "capacityKw",
            "voltageKv",
            "supplies",
            "documents",
            "at");

    /** Beyond this nobody is a small or micro enterprise by any of the texts, and low voltage ends at the second. */
    private static final BigDecimal SMALL_KW = BigDecimal.valueOf(160);

    private static final BigDecimal LOW_KV = BigDecimal.ONE;

    private final ObjectNode application = JsonNodeFactory.instance.objectNode();
    private final ArrayNode autofilled = JsonNodeFactory.instance.arrayNode();

    private Filling() {}

    /** `by`: who asks is who takes the application in. */
    static ObjectNode of(Lead lead, JsonNode question, Kind by, String now) {
        Filling filling = new Filling();
        filling.application.set("applicationNo", question.path("applicationNo"));
        if (question.has("applicant")) {
            filling.application.set("applicant", question.path("applicant"));
        }
        filling.fill(lead);
        filling.fill("channel", text(by == Kind.WINDOW ? "joint-window" : "hall"));
        filling.fill("at", text(now));
        return filling.whole();
    }

    private void fill(Lead lead) {
        fill("leadNo", text(lead.leadNo()));
        fill("projectCode", text(lead.projectCode() == null ? "" : lead.projectCode()));
        if (lead.incomplete()) {
            return;
        }
        ObjectNode known = Details.of(lead.told(), lead.regionCode());
        if (!application.has("applicant")) {
            fill("applicant", known.path("owner"));
        }
        fill("site", known.path("site"));
        JsonNode demand = known.path("demand");
        fill("capacityKw", positive(demand.path("capacityKw")));
        fill("voltageKv", positive(demand.path("voltageKv")));
        fill("supplies", positive(demand.path("supplies")));
        if (isHighVoltage(demand)) {
            fill("customerClass", text("hv"));
        }
        fill("documents", named(known.path("documents")));
    }

    private void fill(String member, JsonNode value) {
        boolean nothing = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty());
        if (!nothing) {
            application.set(member, value.deepCopy());
            autofilled.add(member);
        }
    }

    private ObjectNode whole() {
        application.set("autofilled", autofilled);
        ArrayNode missing = application.putArray("missing");
        NEEDED.stream().filter(member -> !application.has(member)).forEach(missing::add);
        return application;
    }

    /** Zero and words are demands that nobody has settled yet. */
    private static JsonNode positive(JsonNode number) {
        boolean settled = number.isNumber() && number.decimalValue().signum() > 0;
        return settled ? number : JsonNodeFactory.instance.missingNode();
    }

    private static boolean isHighVoltage(JsonNode demand) {
        return demand.path("voltageKv").decimalValue().compareTo(LOW_KV) > 0
                && demand.path("capacityKw").decimalValue().compareTo(SMALL_KW) > 0;
    }

    /** Which papers there are; they themselves lie with whoever handed them in. */
    private static ArrayNode named(JsonNode documents) {
        ArrayNode papers = JsonNodeFactory.instance.arrayNode();
        documents.forEach(document -> papers.add(Leads.without(document, "part")));
        return papers;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
