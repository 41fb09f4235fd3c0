package org.dianqiao.exchange;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.exchange.Answers.Recorded;
import org.dianqiao.exchange.Refused.Trace;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A query is answered first, outside any transaction; then question and answer are recorded together. */
@Component
public class QuerySteps {

    private static final String QUERY = "query";

    private final Answers answers;
    private final ExchangeStore store;
    private final UnderWay underWay;

    public QuerySteps(Answers answers, ExchangeStore store, UnderWay underWay) {
        this.answers = answers;
        this.store = store;
        this.underWay = underWay;
    }

    /** Let go when the answer leaves, whatever it is. What was answered before is not asked again. */
    public void hold(Exchange exchange, @Body Message query) {
        query.opened().arrival().untilAnswered(underWay.begin(query.opened()));
        if (store.isBound(query)) {
            throw new Bound();
        }
        exchange.setProperty(QUERY, query);
    }

    /** The question to a provider is recorded in any case: they were asked. Null: the id is bound already. */
    public @Nullable Answer record(@ExchangeProperty(QUERY) Message query, @Body Replied replied) {
        Recorded reply = answers.reply(query, replied);
        if (!store.record(query, replied, reply.entry())) {
            return null;
        }
        leave(replied, reply.entry());
        Signed origin = replied.origin();
        return origin == null ? reply.answer() : reply.answer().withOrigin(origin);
    }

    private static void leave(Replied replied, Entry entry) {
        Trace trace = replied.trace();
        if (trace != null) {
            trace.leave(entry.id());
        }
    }

    /** Outside the transaction, which stands: of two nodes that asked, one answers for both. */
    public Answer answer(@Body @Nullable Answer recorded) {
        if (recorded == null) {
            throw new Bound();
        }
        return recorded;
    }
}
