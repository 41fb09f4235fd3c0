package org.dianqiao.web.leads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianqiao.web.cases.Labelled;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is known of a lead, line by line, in the order in which an officer asks for it. */
@Component
class Facts {

    /** Pointers into the words of a lead, and what each is called. */
    private static final List<Map.Entry<String, String>> LINES = List.of(
            Map.entry("/projectName", "lead.fact.projectName"),
            Map.entry("/owner/name", "lead.fact.owner"),
            Map.entry("/owner/idNo", "case.fact.idNo"),
            Map.entry("/owner/phone", "case.fact.phone"),
            Map.entry("/registration/contact/name", "lead.fact.contact"),
            Map.entry("/registration/contact/phone", "case.fact.phone"),
            Map.entry("/site/address", "case.fact.site"),
            Map.entry("/site/certNo", "lead.fact.certNo"),
            Map.entry("/site/unitNo", "lead.fact.unitNo"),
            Map.entry("/land/contractNo", "lead.fact.contractNo"),
            Map.entry("/land/usage", "lead.fact.usage"),
            Map.entry("/land/areaM2", "lead.fact.areaM2"),
            Map.entry("/demand/capacityKw", "lead.fact.capacityKw"),
            Map.entry("/demand/voltageKv", "lead.fact.voltageKv"),
            Map.entry("/demand/supplies", "lead.fact.supplies"),
            Map.entry("/plannedStart", "case.fact.plannedStart"),
            Map.entry("/plannedFinish", "case.fact.plannedFinish"),
            Map.entry("/reserveProjectNo", "lead.fact.reserveProjectNo"),
            Map.entry("/withdrawn/reason", "lead.fact.withdrawn"));

    private final MessageSource messages;

    Facts(MessageSource messages) {
        this.messages = messages;
    }

    /** `words`: masked or not, as the page is. */
    List<Labelled> of(JsonNode words) {
        List<Labelled> lines = new ArrayList<>();
        LINES.forEach(
                each -> add(lines, each.getValue(), words.at(each.getKey()).asText()));
        JsonNode manager = last(words.path("answers"));
        add(lines, "lead.fact.manager", manager.path("name").asText());
        add(lines, "case.fact.phone", manager.path("phone").asText());
        return lines;
    }

    /** The customer manager whom the utility named last. */
    private static JsonNode last(JsonNode answers) {
        JsonNode manager = answers.path("none");
        for (JsonNode answer : answers) {
            manager = answer.has("manager") ? answer.path("manager") : manager;
        }
        return manager;
    }

    private void add(List<Labelled> lines, String label, String text) {
        if (!text.isEmpty()) {
            Locale locale = LocaleContextHolder.getLocale();
            lines.add(new Labelled(messages.getMessage(label, null, locale), text));
        }
    }
}
