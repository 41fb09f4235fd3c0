package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Remark.Verified;
import org.dianqiao.partner.Partner;
import org.dianqiao.verification.ObtainedAnswers;
import org.springframework.stereotype.Component;

/** What the route of applications calls: `routes/services/supply.applied.camel.yaml`. */
@Component
public class SupplySteps {

    /** A manifest is at most 16 KiB; ours names the same parts. */
    private static final int MANIFEST_WITH_ROOM = 12 << 10;

    private final Cases cases;
    private final Utilities utilities;
    private final Texts texts;
    private final Clocks clocks;
    private final Fingerprints fingerprints;
    private final Reruns reruns;
    private final SupplyStore store;
    private final KeptFindings findings;
    private final ObtainedAnswers obtained;
    private final Outbox outbox;

    SupplySteps(
            Cases cases,
            Utilities utilities,
            Texts texts,
            Clocks clocks,
            Fingerprints fingerprints,
            Reruns reruns,
            SupplyStore store,
            KeptFindings findings,
            ObtainedAnswers obtained,
            Outbox outbox) {
        this.cases = cases;
        this.utilities = utilities;
        this.texts = texts;
        this.clocks = clocks;
        this.fingerprints = fingerprints;
        this.reruns = reruns;
        this.store = store;
        this.findings = findings;
        this.obtained = obtained;
        this.outbox = outbox;
    }

    /** Where nobody supplies the region, the case waits with whoever brought it, and an operator knows. */
    public void applied(@Body Message message) {
        String number = message.payload().path("applicationNo").asText();
        Optional<Partner> utility = utilities.of(message);
        String keeper = utility.orElse(message.sender()).id();
        Optional<Casefile> known =
                cases.hold(Kind.SUPPLY, keeper, number).map(file -> file.requireKept("/applicationNo"));
        if (known.isEmpty()) {
            open(message, number, keeper, utility);
        } else if (new Supply(known.get()).wasAppliedFor()) {
            requireTheSame(known.get(), message.payload());
        } else {
            applyAfterwards(known.get(), message, utility);
        }
    }

    private static void requireTheSame(Casefile known, JsonNode application) {
        if (!new Supply(known).application().equals(application)) {
            throw Refused.violating("/applicationNo", "这个编号的用电申请已经收到，内容与本次不同");
        }
    }

    private void open(Message message, String number, String keeper, Optional<Partner> utility) {
        Casefile file = cases.begin(
                Kind.SUPPLY,
                keeper,
                number,
                message.payload().at("/site/regionCode").asText(),
                utility.map(Partner::id).orElse(null),
                message.manifest().caseId(),
                null,
                Supply.APPLIED,
                message.receivedAt(),
                told(message));
        if (!cases.open(file, List.of(said(message)), List.of())) {
            throw Refused.later(Code.UNAVAILABLE, "同一申请的另一份报文正在处理，请稍后重发。", 1);
        }
        Supply supply = new Supply(file);
        clocks.begin(supply, message.receivedAt());
        recognise(supply, message);
        forward(file, message, utility);
        findings.keep(file);
    }

    private ObjectNode told(Message message) {
        JsonNode application = message.payload();
        String region = application.at("/site/regionCode").asText();
        return texts.periods(region, Supply.facts(application), WorkingDays.dayOf(message.receivedAt()))
                .map(periods -> Supply.told(application, periods))
                .orElseGet(() -> (ObjectNode) Event.nothingMore().set("application", application));
    }

    /** The application for what was connected without one. That it came afterwards stays to be seen. */
    private void applyAfterwards(Casefile known, Message message, Optional<Partner> utility) {
        ObjectNode told = known.told().deepCopy();
        told.set("application", message.payload());
        Casefile file = known.telling(told);
        cases.save(file);
        cases.note(file, said(message));
        recognise(new Supply(file), message);
        forward(file, message, utility);
        findings.keep(file);
    }

    private static Event said(Message message) {
        ObjectNode told = Event.nothingMore();
        told.set("channel", message.payload().path("channel"));
        return Event.said(message, "applied", null, told);
    }

    private void recognise(Supply supply, Message message) {
        JsonNode application = message.payload();
        byte[] fingerprint = fingerprints.of(application);
        store.add(
                supply.file().caseNo(),
                application.path("customerClass").asText(),
                application.path("documents").size(),
                fingerprint);
        reruns.look(supply, fingerprint, message.entry(), message.receivedAt())
                .ifPresent(rerun -> cases.note(supply.file(), rerun));
    }

    private void forward(Casefile file, Message message, Optional<Partner> utility) {
        if (utility.isEmpty()) {
            outbox.passToNobody(message, "没有供电企业接收行政区划 " + file.regionCode() + " 的用电申请");
        } else if (!utility.get().id().equals(message.sender().id())) {
            String sent = outbox.pass(message, utility.get(), file.thread(), verified(message, utility.get()));
            ObjectNode to = Event.nothingMore().put("to", utility.get().id());
            cases.note(file, Event.sent(message.receivedAt(), "forwarded", null, sent, to));
        }
    }

    /** Of a message with very many parts the manifest has no room for the answers. */
    private Verified verified(Message message, Partner utility) {
        String holder = message.payload().at("/applicant/idNo").asText();
        boolean hasRoom = message.signed().manifest().length <= MANIFEST_WITH_ROOM;
        return new Verified(
                new Identifiers(message.payload()).checked(),
                hasRoom ? obtained.about(holder, message.sender(), utility) : List.of());
    }
}
