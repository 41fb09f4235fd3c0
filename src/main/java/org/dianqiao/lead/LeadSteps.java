package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.dianqiao.casework.Event;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.springframework.stereotype.Component;

/** What the routes of leads call, `routes/services/`: what is told of them, what utilities answer, what is asked. */
@Component
public class LeadSteps {

    private static final Set<String> LISTED = Set.of("folder", "sftp");

    private final LeadIntake intake;
    private final LeadStore store;
    private final LeadCases cases;
    private final Conversions conversions;

    LeadSteps(LeadIntake intake, LeadStore store, LeadCases cases, Conversions conversions) {
        this.intake = intake;
        this.store = store;
        this.cases = cases;
        this.conversions = conversions;
    }

    /** Whoever is not connected leaves a list, of which each row is one. */
    public void coded(@Body Message message) {
        Attestation attested = message.attested();
        boolean listed = attested != null && LISTED.contains(attested.means());
        heard(message, listed ? Origin.LIST : Origin.PROJECT);
    }

    public void registered(@Body Message message) {
        heard(message, Origin.ENTERPRISE);
    }

    public void transferred(@Body Message message) {
        heard(message, Origin.LAND);
    }

    private void heard(Message message, Origin origin) {
        intake.tell(
                message,
                origin,
                told -> told.heard(origin, message.payload()).attested(origin, message.attested()),
                Event.nothingMore());
    }

    public void updated(@Body Message message) {
        JsonNode milestone = Leads.ofProject(message);
        ObjectNode noted = Event.nothingMore();
        noted.set("stage", milestone.path("stage"));
        noted.set("status", milestone.path("status"));
        intake.tell(message, Origin.PROJECT, told -> told.from(Origin.PROJECT).reached(milestone), noted);
    }

    public void withdrawn(@Body Message message) {
        JsonNode why = Leads.ofProject(message);
        intake.tell(message, Origin.PROJECT, told -> told.from(Origin.PROJECT).withdrawn(why), Event.nothingMore());
    }

    public void answered(@Body Message message) {
        JsonNode answer = message.payload();
        Lead lead = store.holdByNo(answer.path("leadNo").asText())
                .orElseThrow(() -> Refused.violating("/leadNo", "没有这个编号的线索"));
        if (!message.sender().id().equals(lead.utility())) {
            throw new Refused(Code.NOT_PERMITTED, "该线索不是派发给贵单位的，不能由贵单位答复。");
        }
        Lead after = lead.telling(lead.told().answered(Leads.ofUtility(message)));
        store.save(after, message.receivedAt());
        ObjectNode noted = Event.nothingMore();
        noted.set("state", answer.path("state"));
        Event said = Event.said(message, "lead.answered", null, noted);
        cases.change(cases.hold(lead), after, List.of(said), message.receivedAt());
    }

    public Replied lookup(@Body Message query) {
        return Replied.json(Leads.lookedUp(asked(query)));
    }

    /** Asked outside any transaction; what the answer changes is changed where it is recorded. */
    public Replied convert(@Body Message query) {
        Lead lead = asked(query);
        ObjectNode filled = conversions.answer(lead, query);
        return Replied.json(filled).leaving(entry -> conversions.convert(lead.leadNo(), query, filled));
    }

    /** The second step of an application: the first has opened its case. */
    public void applied(@Body Message message) {
        conversions.applied(message);
    }

    /** Its utility may ask, and who acts where it lies. */
    private Lead asked(Message query) {
        JsonNode question = query.payload();
        Lead lead = (question.has("leadNo")
                        ? store.byNo(question.path("leadNo").asText())
                        : store.byProject(question.path("projectCode").asText()))
                .orElseThrow(() -> Refused.violating(question.has("leadNo") ? "/leadNo" : "/projectCode", "没有这个项目的线索"));
        if (!query.sender().id().equals(lead.utility())) {
            LeadIntake.requireRegion(query, lead);
        }
        return lead;
    }
}
