package org.dianqiao.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Told;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Pack;
import org.dianqiao.policy.Rule;

/** A conclusion as the contract `documents.check.reply` has it. */
final class ConclusionJson {

    private ConclusionJson() {}

    static ObjectNode of(Conclusion conclusion) {
        Allowance allowance = conclusion.allowance();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("mode", conclusion.mode().written());
        texts(json.putArray("required"), conclusion.required());
        obtained(json.putArray("obtained"), conclusion.obtained());
        texts(json.putArray("missing"), conclusion.missing());
        contradicted(json, conclusion);
        refused(json.putArray("refused"), conclusion.refused());
        conclusion.rule().ifPresent(rule -> cite(json, rule, allowance));
        instead(json, conclusion);
        sought(json, conclusion);
        if (!allowance.assumed().isEmpty()) {
            texts(
                    json.putArray("assumed"),
                    allowance.assumed().stream().map(Fact::written).toList());
        }
        Pack pack = allowance.book().pack();
        return json.put("pack", pack.id()).put("packVersion", pack.version());
    }

    private static void obtained(ArrayNode list, Map<String, Looked> obtained) {
        obtained.forEach((document, looked) -> {
            ObjectNode one = list.addObject().put("type", document);
            Told told = looked.told();
            if (told != null) {
                one.put("evidence", told.entry()).put("service", looked.lookup().service());
                putIfAny(one, told);
                warn(one, looked, told);
            }
        });
    }

    private static void putIfAny(ObjectNode one, Told told) {
        if (told.by() != null) {
            one.put("by", told.by());
        }
        Attestation.write(told.attested(), one);
        if (told.heldFor() != null) {
            one.put("heldFor", told.heldFor());
        }
    }

    private static void warn(ObjectNode one, Looked looked, Told told) {
        ArrayNode warnings = JsonNodeFactory.instance.arrayNode();
        told.body().path("warnings").forEach(warnings::add);
        if (looked.testimony().reason() != null) {
            warnings.add(looked.testimony().reason());
        }
        if (!warnings.isEmpty()) {
            one.set("warnings", warnings);
        }
        if (told.body().path("suspect").asBoolean()) {
            one.put("suspect", true);
        }
    }

    /** What is to be clarified with the customer, and who says what against it. */
    private static void contradicted(ObjectNode json, Conclusion conclusion) {
        if (!conclusion.contradicted().isEmpty()) {
            ArrayNode list = json.putArray("contradicted");
            conclusion.contradicted().forEach((document, looked) -> {
                ObjectNode one = list.addObject()
                        .put("type", document)
                        .put("service", looked.lookup().service())
                        .put("reason", looked.testimony().reason());
                Told told = looked.told();
                if (told != null) {
                    putIfAny(one, told);
                    if (told.entry() != null) {
                        one.put("evidence", told.entry());
                    }
                }
            });
        }
    }

    private static void refused(ArrayNode list, Map<String, Rule<?>> refused) {
        refused.forEach((document, rule) -> {
            ObjectNode one = list.addObject().put("type", document).put("rule", rule.id());
            citation(one, rule);
        });
    }

    private static void cite(ObjectNode json, Rule<?> rule, Allowance allowance) {
        json.put("rule", rule.id());
        citation(json, rule);
        if (rule.effective().lapsed(allowance.day())) {
            json.put("lapsed", true);
        }
    }

    private static void citation(ObjectNode json, Rule<?> rule) {
        json.putObject("citation")
                .put("document", rule.citation().document())
                .put("clause", rule.citation().clause());
    }

    private static void instead(ObjectNode json, Conclusion conclusion) {
        if (!conclusion.instead().isEmpty()) {
            ArrayNode list = json.putArray("instead");
            conclusion.instead().forEach(each -> list.addObject()
                    .put("type", each.paper())
                    .put("for", each.document())
                    .put("rule", each.rule().id()));
        }
    }

    /** What was asked in vain, and why. */
    private static void sought(ObjectNode json, Conclusion conclusion) {
        ArrayNode list = json.putArray("sought");
        conclusion.looked().stream()
                .filter(looked -> looked.verdict() != Verdict.OBTAINED)
                .forEach(looked -> sought(list.addObject(), looked));
    }

    private static void sought(ObjectNode one, Looked looked) {
        one.put("type", looked.lookup().document())
                .put("service", looked.lookup().service())
                .put("result", looked.verdict().written());
        Told told = looked.told();
        if (told != null && told.entry() != null) {
            one.put("entry", told.entry());
        }
        if (told != null && !told.isReply()) {
            one.set("code", told.body().get("code"));
        }
    }

    private static void texts(ArrayNode list, Collection<String> texts) {
        texts.forEach(list::add);
    }
}
