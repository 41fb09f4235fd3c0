package org.dianqiao.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/** A decision as messages carry it. */
public final class DecisionJson {

    private DecisionJson() {}

    public static ObjectNode of(Decision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", decision.written());
        decision.rule().ifPresent(rule -> basis(json, rule, decision));
        decision.limit().ifPresent(limit -> json.set("limit", due(limit(limit), decision.due())));
        ArrayNode departments = json.putArray("departments");
        decision.departments().forEach(each -> departments.add(department(each)));
        if (decision.lacksCalendar()) {
            json.put("calendarMissing", true);
        }
        codes(json, "documents", decision.documents());
        if (!decision.commitments().isEmpty()) {
            codes(json, "commitments", decision.commitments());
        }
        codes(json, "duties", decision.duties());
        ArrayNode reasons = json.putArray("reasons");
        decision.reasons().forEach(reason -> reasons.add(reason.zh()));
        ArrayNode missing = json.putArray("missing");
        decision.missing().forEach(fact -> missing.add(fact.written()));
        return packs(json, decision.book());
    }

    private static void basis(ObjectNode json, Rule<Permit> rule, Decision decision) {
        json.put("rule", rule.id());
        json.putObject("citation")
                .put("document", rule.citation().document())
                .put("clause", rule.citation().clause());
        if (decision.lapsed()) {
            json.put("lapsed", true);
        }
        Permit.Instead instead = rule.outcome().instead();
        if (instead != null) {
            json.putObject("instead").put("path", instead.step().written()).set("lead", limit(instead.lead()));
        }
    }

    private static ObjectNode limit(Limit limit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", limit.value())
                .put("unit", limit.unit().name());
    }

    private static ObjectNode due(ObjectNode json, @Nullable LocalDate due) {
        return due == null ? json : json.put("due", due.toString());
    }

    private static ObjectNode department(Decision.Department each) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("code", each.department().code())
                .put("name", each.department().name().zh())
                .put("item", each.item().zh());
        if (each.limit() != null) {
            json.set("limit", limit(each.limit()));
        }
        return due(json, each.due());
    }

    private static void codes(ObjectNode json, String name, List<Term> terms) {
        ArrayNode codes = json.putArray(name);
        terms.forEach(term -> codes.add(term.code()));
    }

    /** The pack that was asked, and all that it inherits from, each with its version. */
    private static ObjectNode packs(ObjectNode json, Book book) {
        json.put("pack", book.pack().id()).put("packVersion", book.pack().version());
        ArrayNode packs = json.putArray("packs");
        book.chain().forEach(pack -> packs.addObject().put("pack", pack.id()).put("version", pack.version()));
        return json;
    }
}
