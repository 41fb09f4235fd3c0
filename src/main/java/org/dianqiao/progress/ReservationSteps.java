package org.dianqiao.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.springframework.stereotype.Component;

/**
 * What the routes of reservations 预约办电 call: `routes/services/reservation.*.camel.yaml`. What is due after a booking
 * the pack says for each channel; its time runs day and night, from when we were told.
 */
@Component
public class ReservationSteps {

    private static final String MADE = "made";
    private static final String CONTACTED = "contacted";

    private final Cases cases;
    private final Deadlines deadlines;
    private final Texts texts;
    private final KeptFindings findings;

    ReservationSteps(Cases cases, Deadlines deadlines, Texts texts, KeptFindings findings) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.texts = texts;
        this.findings = findings;
    }

    public void made(@Body Message message) {
        Optional<Casefile> known = known(message);
        if (known.isPresent()) {
            requireTheSame(known.get(), message);
            return;
        }
        Casefile file = begin(message);
        String channel = message.payload().path("channel").asText();
        Event made = Event.said(message, MADE, null, Event.nothingMore().put("channel", channel));
        List<Deadline> owed =
                texts.after("reservation.made/" + channel, file.regionCode(), message.receivedAt()).stream()
                        .map(each -> each.by(file, message.receivedAt()))
                        .toList();
        if (!cases.open(file, List.of(made), owed)) {
            throw Refused.later(Code.UNAVAILABLE, "同一预约的另一份报文正在处理，请稍后重发。", 1);
        }
        findings.keep(file);
    }

    public void dispatched(@Body Message message) {
        answered(message, "dispatched");
    }

    public void contacted(@Body Message message) {
        answered(message, CONTACTED);
    }

    private Optional<Casefile> known(Message message) {
        String number = message.payload().path("reservationNo").asText();
        return cases.hold(Kind.RESERVATION, message.sender().id(), number)
                .map(file -> file.requireKept("/reservationNo"));
    }

    private static void requireTheSame(Casefile known, Message message) {
        if (!known.told().path("reservation").equals(message.payload())) {
            throw Refused.violating("/reservationNo", "这个编号的预约已经收到，内容与本次不同");
        }
    }

    private Casefile begin(Message message) {
        ObjectNode told = Event.nothingMore();
        told.set("reservation", message.payload());
        return cases.begin(
                Kind.RESERVATION,
                message.sender().id(),
                message.payload().path("reservationNo").asText(),
                region(message),
                message.sender().id(),
                message.manifest().caseId(),
                null,
                MADE,
                message.receivedAt(),
                told);
    }

    /** Where the booking does not say it, the utility's own district. */
    private static String region(Message message) {
        return message.payload()
                .path("regionCode")
                .asText(message.sender().region().text());
    }

    private void answered(Message message, String what) {
        Casefile file = known(message).orElseThrow(() -> Refused.violating("/reservationNo", "没有贵单位报送的这个编号的预约"));
        cases.note(file, Event.said(message, what, null, Event.nothingMore()));
        deadlines.change(
                file,
                deadline -> deadline.about().equals(message.service().name()),
                deadline -> deadline.met(message.receivedAt()));
        Casefile after = file.in(what, file.open() && isOwed(file, what));
        cases.save(after);
        findings.keep(after);
    }

    /** Over when nothing is owed any more; where the text wants nothing, when the customer was called. */
    private boolean isOwed(Casefile file, String what) {
        List<Deadline> owed = deadlines.of(file.caseNo());
        return owed.isEmpty() ? !what.equals(CONTACTED) : owed.stream().anyMatch(deadline -> deadline.met() == null);
    }
}
