package org.dianqiao.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.camel.Body;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Attestations;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Places;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.exchange.Said;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.partner.Partner;
import org.springframework.stereotype.Component;

/** What the evidence routes call: `routes/services/ledger.*.camel.yaml`. */
@Component
public class EvidenceSteps {

    /** Each keeps a thread and, until its answer has left, a file as large as the settings allow. */
    private static final int AT_ONCE = 2;

    private final EvidenceStore store;
    private final LedgerTree tree;
    private final Bundles bundles;
    private final Attestations attestations;
    private final Places places = new Places(AT_ONCE);

    EvidenceSteps(EvidenceStore store, LedgerTree tree, Bundles bundles, Attestations attestations) {
        this.store = store;
        this.tree = tree;
        this.bundles = bundles;
        this.attestations = attestations;
    }

    /** The text that the tree is made over, and its place there once it is sealed. */
    public Replied entry(@Body Message query) {
        Entry entry = asked(query).entry();
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("text", entry.text());
        tree.index(entry.id()).ifPresent(index -> told.put("index", index));
        attestations.of(entry).first().ifPresent(attested -> Attestation.write(attested, told));
        return Replied.json(told);
    }

    /** The bundle of an entry, or of all that concerns the sender in a case or a time. */
    public Replied bundle(@Body Message query) {
        query.untilAnswered(place(query.sender()));
        return query.reply(made(query));
    }

    private Held place(Partner sender) {
        return places.take(sender.id())
                .orElseThrow(() -> Refused.later(Code.THROTTLED, "贵单位同时索取的存证包过多，请在 5 秒后用同样的字节重发。", 5));
    }

    private Said made(Message query) {
        JsonNode question = query.payload();
        if (question.has("entry")) {
            return bundles.of(asked(query), query.sender());
        }
        return question.has("case") ? ofCase(query) : between(query);
    }

    private Said ofCase(Message query) {
        return some(bundles.ofCase(query.payload().path("case").asText(), query.sender()));
    }

    private Said between(Message query) {
        Instant from = time(query, "from");
        Instant until = time(query, "to");
        if (!from.isBefore(until)) {
            throw Refused.violating("/to", "应晚于 from");
        }
        return some(bundles.between(from, until, query.sender()));
    }

    /** Whether there is nothing at all or only what concerns others is not told. */
    private static Said some(Optional<Said> bundle) {
        return bundle.orElseThrow(() -> new Refused(Code.NOT_PERMITTED, "没有与贵单位有关的存证。"));
    }

    private static Instant time(Message query, String member) {
        return OffsetDateTime.parse(query.payload().path(member).asText()).toInstant();
    }

    private Evidence asked(Message query) {
        Evidence evidence = store.find(query.payload().path("entry").asText())
                .orElseThrow(() -> Refused.violating("/entry", "没有这个编号的存证"));
        if (!evidence.concerns(query.sender())) {
            throw new Refused(Code.NOT_PERMITTED, "该存证所记的报文与贵单位无关，只有报文的当事单位和监管单位可以查询。");
        }
        return evidence;
    }
}
