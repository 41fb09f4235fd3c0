package org.dianqiao.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.partner.Partner;
import org.springframework.stereotype.Component;

/** What the progress routes call: `routes/services/progress.*.camel.yaml`. */
@Component
public class ProgressSteps {

    /** To refuse these because nobody applied would hide that it happened. */
    private static final Set<String> HAPPENED_ALL_THE_SAME = Set.of("grid-works", "connected");

    private final Cases cases;
    private final Progress progress;
    private final SupplyStore store;
    private final Timelines timelines;

    ProgressSteps(Cases cases, Progress progress, SupplyStore store, Timelines timelines) {
        this.cases = cases;
        this.progress = progress;
        this.store = store;
        this.timelines = timelines;
    }

    public void reported(@Body Message message) {
        String number = message.payload().path("applicationNo").asText();
        Casefile file = cases.hold(Kind.SUPPLY, message.sender().id(), number)
                .or(() -> waiting(message.sender(), number))
                .orElseGet(() -> offSystem(message, number));
        progress.tell(file.requireKept("/applicationNo"), message);
    }

    /** One for which nobody was found when it came: an operator has given it to this utility meanwhile. */
    private Optional<Casefile> waiting(Partner utility, String number) {
        return cases.called(Kind.SUPPLY, number).stream()
                .filter(file -> file.utility() == null && utility.actsFor(file.regionCode()))
                .findFirst()
                .flatMap(file -> cases.hold(file.caseNo()))
                .map(file -> progress.entrust(file, utility.id()));
    }

    private Casefile offSystem(Message message, String number) {
        if (!cases.called(Kind.SUPPLY, number).isEmpty()) {
            throw new Refused(Code.NOT_PERMITTED, "该用电申请不由贵单位办理，不能由贵单位报送进度。");
        }
        String stage = message.payload().path("stage").asText();
        if (!HAPPENED_ALL_THE_SAME.contains(stage)) {
            throw Refused.violating("/applicationNo", "没有这个编号的用电申请");
        }
        Casefile file = cases.begin(
                Kind.SUPPLY,
                message.sender().id(),
                number,
                message.sender().region().text(),
                message.sender().id(),
                message.manifest().caseId(),
                null,
                stage,
                message.receivedAt(),
                Supply.toldByNobody(number));
        Event offSystem =
                Event.concluded(message.receivedAt(), Supply.OFF_SYSTEM, stage, message.entry(), Event.nothingMore());
        if (!cases.open(file, List.of(offSystem), List.of())) {
            throw Refused.later(Code.UNAVAILABLE, "同一申请的另一份报文正在处理，请稍后重发。", 1);
        }
        store.add(file.caseNo(), "unknown", 0, null);
        return file;
    }

    public Replied lookup(@Body Message query) {
        String number = query.payload().path("applicationNo").asText();
        List<Casefile> called = cases.called(Kind.SUPPLY, number);
        if (called.isEmpty()) {
            throw Refused.violating("/applicationNo", "没有这个编号的用电申请");
        }
        Casefile file = called.stream()
                .filter(each -> concerns(each, query.sender()))
                .findFirst()
                .orElseThrow(() -> new Refused(Code.NOT_PERMITTED, "该用电申请与贵单位无关，只有办理、报送和主管该地区的单位可以查询。"));
        return Replied.json(timelines.of(file));
    }

    private boolean concerns(Casefile file, Partner asker) {
        return file.keeper().equals(asker.id())
                || asker.actsFor(file.regionCode())
                || cases.timeline(file.caseNo()).stream()
                        .anyMatch(event ->
                                event.what().equals("applied") && event.by().equals(asker.id()));
    }
}
