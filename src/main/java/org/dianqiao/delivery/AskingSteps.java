package org.dianqiao.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a query to the partner who can answer it. What they do not say is never made up. */
@Component
public class AskingSteps {

    private static final Logger log = LoggerFactory.getLogger(AskingSteps.class);
    private static final String ASKED = "asked";
    private static final String TURN = "turn";
    private static final Failed CROWDED = new Failed("too many questions wait for them", true, "等候其答复的查询过多", null);

    private final Watched<Partners> partners;
    private final Outbox outbox;
    private final Ways ways;
    private final Turns turns;
    private final Contracts contracts;
    private final HeldAnswers held;
    private final LedgerStore ledger;
    private final Clock clock;

    AskingSteps(
            Watched<Partners> partners,
            Outbox outbox,
            Ways ways,
            Turns turns,
            Contracts contracts,
            HeldAnswers held,
            LedgerStore ledger,
            Clock clock) {
        this.partners = partners;
        this.outbox = outbox;
        this.ways = ways;
        this.turns = turns;
        this.contracts = contracts;
        this.held = held;
        this.ledger = ledger;
        this.clock = clock;
    }

    public void address(Exchange exchange, @Body Message query) {
        Partner provider = Providers.of(query, partners.current());
        Delivery question = outbox.ask(query, provider);
        exchange.setProperty(ASKED, question);
        Optional<Held> turn = turns.take(provider.id());
        if (turn.isPresent()) {
            query.untilAnswered(turn.get());
            exchange.setProperty(TURN, turn.get());
            exchange.getMessage().setHeader("way", ways.to(provider.id(), question.service()));
            exchange.getMessage().setBody(new Consignment(question, parts(query), Kind.REPLY));
        } else {
            exchange.getMessage().setBody(CROWDED);
        }
    }

    /** Theirs is the next turn: who asked may take as long over the answer as they like. */
    public Outcome hear(@Body Outcome outcome, @ExchangeProperty(TURN) @Nullable Held turn) {
        if (turn != null) {
            turn.close();
        }
        return outcome;
    }

    public Replied understand(
            @Body Outcome outcome,
            @ExchangeProperty(ASKED) Delivery question,
            @ExchangeProperty("query") Message query) {
        if (!(outcome instanceof Delivered delivered)) {
            return withoutAnswer(query, question, outcome);
        }
        List<Violation> violations = violations(query, delivered);
        if (!violations.isEmpty()) {
            return withoutAnswer(query, question, unfit(violations.get(0)));
        }
        Entry asked = question.ended(Kind.QUERY, clock.instant(), "answered", delivered.answer(), null);
        Replied replied = Replied.of(delivered.type(), delivered.body(), asked, delivered.attested())
                .enclosing(delivered.further());
        return held.keeping(replied, query, asked);
    }

    private List<Violation> violations(Message query, Delivered delivered) {
        String contract = query.service().replyContract();
        try {
            return contract == null ? List.of() : contracts.violations(contract, StrictJson.read(delivered.body()));
        } catch (IllegalArgumentException e) {
            return List.of(new Violation("", "不是规范的 JSON"));
        }
    }

    private static Failed unfit(Violation violation) {
        String what = violation.pointer() + " " + violation.message();
        return Failed.unfit("the answer does not fit its contract: " + what, what);
    }

    /** The question stands in the ledger also when no answer came. Who refuses, or says what is of no use, is not silent. */
    private Replied withoutAnswer(Message query, Delivery question, Outcome outcome) {
        if (outcome instanceof Declined declined) {
            ledger.append(
                    question.ended(Kind.QUERY, clock.instant(), declined.code(), declined.answer(), declined.body()));
            throw new Refused(
                    Code.PROVIDER_FAILED, "答复单位拒绝了查询（" + declined.kept().replace('\n', ' ') + "）。");
        }
        Failed failed = (Failed) outcome;
        log.warn("{} {} {}: {}", question.partner(), question.service(), question.messageId(), failed.problem());
        Entry expired = question.ended(Kind.QUERY, clock.instant(), "expired", null, null);
        Optional<Replied> before = failed.isAnswer() ? Optional.empty() : held.instead(query, expired);
        return before.orElseThrow(() -> failed(expired, failed));
    }

    private Refused failed(Entry expired, Failed failed) {
        ledger.append(expired);
        return failed.timedOut()
                ? new Refused(Code.PROVIDER_TIMEOUT, "答复单位未在规定时间内答复" + because(failed) + "，请稍后用同一报文重新查询。")
                : new Refused(Code.PROVIDER_FAILED, "答复单位未能给出有效的答复" + because(failed) + "，请稍后重新查询。");
    }

    /** What is wrong with an answer is for those to mend who gave it. */
    private static String because(Failed failed) {
        String unfit = failed.unfit();
        return unfit == null ? "" : failed.timedOut() ? "（" + unfit + "）" : "（其答复有误，应由其更正：" + unfit + "）；贵方报文无须修改";
    }

    private static List<Kept> parts(Message query) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < query.contents().size(); i++) {
            kept.add(part(query, i));
        }
        return kept;
    }

    /** What was uploaded before is read as it is sent. */
    private static Kept part(Message query, int ordinal) {
        Part part = query.manifest().parts().get(ordinal);
        Content content = query.contents().get(ordinal);
        String uploaded = content.uploadedAs();
        return uploaded != null
                ? Kept.of(uploaded, 0, part, null)
                : Kept.of(query.entry(), ordinal, part, content.bytes());
    }
}
