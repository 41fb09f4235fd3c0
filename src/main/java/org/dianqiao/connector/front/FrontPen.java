package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.UnsignedAnswers;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said to whoever has a front-end database is written there, as rows. */
@Component
class FrontPen {

    static final String SENT = "sent";

    private final FrontDatabases databases;
    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final FrontTransactions transactions;

    FrontPen(FrontDatabases databases, Dialects dialects, UnsignedAnswers answers, FrontTransactions transactions) {
        this.databases = databases;
        this.dialects = dialects;
        this.answers = answers;
        this.transactions = transactions;
    }

    /** What a mapping is given: the message, and beside it its time `at`. */
    ObjectNode begin(Exchange exchange, Consignment consignment) {
        FrontSteps.use(exchange, consignment.delivery().partner(), databases);
        exchange.setProperty(SENT, consignment);
        return Dialects.message(consignment)
                .put("at", Entry.time(consignment.delivery().createdAt()));
    }

    JsonNode words(ObjectNode ours, String mapping) {
        return dialects.understand(ours, mapping);
    }

    static Map<String, @Nullable Object> columns(JsonNode words) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        words.properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().asText(null)));
        return columns;
    }

    /** All rows or none. The proof is what we have put there, by its numbers. */
    Outcome together(Exchange exchange, Consignment sent, String way, Supplier<ObjectNode> proof) {
        return transactions
                .write(exchange, sent.delivery().partner(), way)
                .orElseGet(() -> answers.replied(sent, proof.get()));
    }

    /** Who reads there, and so knows what stands there. */
    String reader(Consignment consignment) {
        return databases.readerOf(consignment.delivery().partner());
    }
}
