package org.dianqiao.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Body;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.LedgerTree;
import org.springframework.stereotype.Component;

/** What the evidence routes call: `routes/services/ledger.*.camel.yaml`. */
@Component
public class EvidenceSteps {

    private final LedgerStore ledger;
    private final LedgerTree tree;

    EvidenceSteps(LedgerStore ledger, LedgerTree tree) {
        this.ledger = ledger;
        this.tree = tree;
    }

    /** The text that the tree is made over, and its place there once it is sealed. */
    public Replied entry(@Body Message query) {
        Entry entry = asked(query).entry();
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("text", entry.text());
        tree.index(entry.id()).ifPresent(index -> told.put("index", index));
        return Replied.json(told.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Evidence asked(Message query) {
        Evidence evidence = ledger.find(query.payload().path("entry").asText())
                .map(this::withItsParties)
                .orElseThrow(() -> Refused.violating("/entry", "没有这个编号的存证"));
        if (!evidence.concerns(query.sender())) {
            throw new Refused(Code.NOT_PERMITTED, "该存证所记的报文与贵单位无关，只有报文的当事单位和监管单位可以查询。");
        }
        return evidence;
    }

    /** Whose message was passed on is whose parts it carries. */
    private Evidence withItsParties(Entry entry) {
        Optional<Entry> origin = entry.partsOf().equals(entry.id()) ? Optional.empty() : ledger.find(entry.partsOf());
        return new Evidence(entry, origin.map(Entry::partner).orElse(null));
    }
}
