package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the lead routes call: `routes/services/project.*.camel.yaml` and `lead.*.camel.yaml`. */
@Component
public class LeadSteps {

    private static final String ASSIGNED = "lead.assigned";

    private final LeadStore store;
    private final Outbox outbox;
    private final Watched<Partners> partners;

    LeadSteps(LeadStore store, Outbox outbox, Watched<Partners> partners) {
        this.store = store;
        this.outbox = outbox;
        this.partners = partners;
    }

    public void coded(@Body Message message) {
        tell(message, lead -> Leads.coded(lead, message.payload()));
    }

    public void updated(@Body Message message) {
        tell(message, lead -> Leads.reached(lead, message.payload()));
    }

    public void withdrawn(@Body Message message) {
        tell(message, lead -> Leads.withdrawn(lead, message.payload()));
    }

    public void answered(@Body Message message) {
        JsonNode answer = message.payload();
        Lead lead = store.holdByNo(answer.path("leadNo").asText())
                .orElseThrow(() -> Refused.violating("/leadNo", "没有这个编号的线索"));
        if (!message.sender().id().equals(lead.utility())) {
            throw new Refused(Code.NOT_PERMITTED, "该线索不是派发给贵单位的，不能由贵单位答复。");
        }
        store.save(Leads.answered(lead, answer));
    }

    public Replied lookup(@Body Message query) {
        Lead lead = asked(query.payload());
        if (!query.sender().id().equals(lead.utility())) {
            requireRegion(query, lead);
        }
        return Replied.json(bytes(Leads.lookedUp(lead)));
    }

    /** Whatever is told of a project changes its lead or makes it; a change is told to the utility. */
    private void tell(Message message, UnaryOperator<Lead> change) {
        ProjectCode code = ProjectCode.of(message.payload().path("projectCode").asText());
        Optional<Lead> known = store.holdByProject(code.text());
        Lead before = known.orElseGet(() -> begin(message, code));
        Lead after = route(change.apply(before), message.to());
        requireRegion(message, before.incomplete() ? after : before);
        if (known.isPresent() && after.equals(before)) {
            return;
        }
        say(known.isPresent() ? save(after) : add(after));
    }

    private Lead begin(Message message, ProjectCode code) {
        String region =
                message.payload().path("regionCode").asText(code.region().text());
        return Leads.begin(code.text(), region, message.receivedAt());
    }

    private Lead save(Lead lead) {
        store.save(lead);
        return lead;
    }

    private Lead add(Lead lead) {
        return store.add(lead)
                .map(lead::numbered)
                .orElseThrow(() -> Refused.later(Code.UNAVAILABLE, "同一项目的另一份报文正在处理，请稍后重发。", 1));
    }

    private Lead route(Lead lead, @Nullable String wanted) {
        if (lead.utility() != null) {
            return lead;
        }
        return partners.current()
                .nearest(
                        ASSIGNED,
                        lead.regionCode(),
                        partner -> suppliesPower(partner)
                                && (wanted == null || partner.id().equals(wanted)))
                .map(utility -> lead.told(utility.id()))
                .orElse(lead);
    }

    private static boolean suppliesPower(Partner partner) {
        return partner.kind() == Kind.UTILITY
                && (partner.utility() == null || partner.utility().equals("electricity"));
    }

    private void say(Lead lead) {
        byte[] told = bytes(Leads.assigned(lead));
        Optional<Partner> utility = Optional.ofNullable(lead.utility()).flatMap(partners.current()::find);
        utility.ifPresentOrElse(
                partner -> outbox.say(ASSIGNED, partner, lead.projectCode(), told),
                () -> outbox.sayToNobody(
                        ASSIGNED, lead.projectCode(), told, "没有单位接收行政区划 " + lead.regionCode() + " 的线索"));
    }

    private Lead asked(JsonNode question) {
        Optional<Lead> lead = question.has("leadNo")
                ? store.byNo(question.path("leadNo").asText())
                : store.byProject(question.path("projectCode").asText());
        return lead.orElseThrow(
                () -> Refused.violating(question.has("leadNo") ? "/leadNo" : "/projectCode", "没有这个项目的线索"));
    }

    private static void requireRegion(Message message, Lead lead) {
        if (!message.sender().actsFor(lead.regionCode())) {
            throw new Refused(Code.NOT_PERMITTED, "贵单位不负责行政区划 " + lead.regionCode() + " 的业务。");
        }
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
