package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.ledger.Entry;
import org.springframework.stereotype.Component;

/** Leads become formal 转正式: by being converted into an application, or because supply is applied for all the same. */
@Component
class Conversions {

    private static final String NUMBER = "applicationNo";

    private final LeadStore store;
    private final LeadCases files;
    private final LeadLetters letters;
    private final Cases cases;

    Conversions(LeadStore store, LeadCases files, LeadLetters letters, Cases cases) {
        this.store = store;
        this.files = files;
        this.letters = letters;
        this.cases = cases;
    }

    /** The application, filled in; the same one again as it was the first time. */
    ObjectNode answer(Lead lead, Message query) {
        requireFree(lead, query.payload());
        if (lead.told().withdrawn().isPresent()) {
            throw Refused.violating(pointer(query.payload()), "该线索的项目已撤销，不能转为正式申请");
        }
        return lead.told()
                .application()
                .map(known -> known.path("filled"))
                .filter(JsonNode::isObject)
                .<ObjectNode>map(JsonNode::deepCopy)
                .orElseGet(
                        () -> Filling.of(lead, query.payload(), query.sender().kind(), Entry.time(query.receivedAt())));
    }

    /** In the transaction that records question and answer. */
    void convert(String leadNo, Message query, ObjectNode filled) {
        Lead lead = store.holdByNo(leadNo).orElseThrow();
        requireFree(lead, query.payload());
        if (lead.applicationNo() != null) {
            return;
        }
        ObjectNode application = filled.objectNode();
        application.set(NUMBER, query.payload().path(NUMBER));
        application.set("asked", query.payload());
        application.set("filled", filled);
        Lead formal = lead.telling(lead.told().applied(application));
        Event said = Event.said(query, "lead.convert", null, noted(query.payload()));
        keep(lead, formal, said, query);
    }

    /** A utility that converts knows it; where a window does, the utility is told. */
    private void keep(Lead before, Lead formal, Event said, Message query) {
        Casefile file = files.hold(before);
        List<Event> happened = new ArrayList<>(List.of(said));
        if (!query.sender().id().equals(formal.utility())) {
            letters.say(formal, file.thread(), query.receivedAt()).ifPresent(happened::add);
        }
        store.save(formal, query.receivedAt());
        files.change(file, formal, happened, query.receivedAt());
    }

    /** Whoever has the number of a lead that is formal under it may ask again, with the same words. */
    private static void requireFree(Lead lead, JsonNode question) {
        String number = lead.applicationNo();
        if (number != null && !number.equals(question.path(NUMBER).asText())) {
            throw Refused.violating("/" + NUMBER, "该线索已转为正式申请 " + number + "，不能再转为另一个申请");
        }
        boolean another = lead.told()
                .application()
                .map(known -> known.path("asked"))
                .filter(JsonNode::isObject)
                .filter(asked -> !asked.path("applicant").equals(question.path("applicant")))
                .isPresent();
        if (another) {
            throw Refused.violating("/applicant", "该线索已以这个编号转为正式申请，申请人与本次不同");
        }
    }

    /** An application that names a lead or its project. One for another utility's lead is nothing to it. */
    void applied(Message message) {
        JsonNode application = message.payload();
        String number = application.path(NUMBER).asText();
        named(application).ifPresent(lead -> supplyCase(lead, number).ifPresent(file -> bind(lead, file, message)));
    }

    private Optional<Lead> named(JsonNode application) {
        Optional<Lead> byNo = Optional.ofNullable(application.get("leadNo")).flatMap(no -> store.holdByNo(no.asText()));
        return byNo.or(() -> Optional.ofNullable(application.get("projectCode"))
                .flatMap(code -> store.holdByProject(code.asText())));
    }

    /** With the utility that has the lead, else with another that supplies where it lies: one's marketing system is such. */
    private Optional<Casefile> supplyCase(Lead lead, String number) {
        List<Casefile> called = cases.called(Kind.SUPPLY, number);
        return called.stream()
                .filter(file -> lead.utility() == null || lead.utility().equals(file.utility()))
                .findFirst()
                .or(() -> called.stream()
                        .filter(file -> letters.suppliesPower(file.utility(), lead.regionCode()))
                        .findFirst());
    }

    /** The first application makes it formal; of further ones, for the power of the building site, its timeline tells. */
    private void bind(Lead lead, Casefile supply, Message message) {
        Event said = Event.said(
                message, "supply.applied", null, noted(message.payload()).put("case", supply.caseNo()));
        Casefile file = files.hold(lead);
        boolean told = cases.timeline(file.caseNo()).stream()
                .anyMatch(event -> event.what().equals(said.what())
                        && event.told().path("case").asText().equals(supply.caseNo()));
        if (told) {
            return;
        }
        Lead formal = lead.applicationNo() == null ? lead.telling(lead.told().applied(noted(message.payload()))) : lead;
        store.save(formal, message.receivedAt());
        files.change(file, formal, List.of(said), message.receivedAt());
    }

    private static ObjectNode noted(JsonNode payload) {
        ObjectNode noted = Event.nothingMore();
        noted.set(NUMBER, payload.path(NUMBER));
        return noted;
    }

    private static String pointer(JsonNode question) {
        return question.has("leadNo") ? "/leadNo" : "/projectCode";
    }
}
