package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.UnsignedAnswers;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task of ours becomes rows in a front-end database: `routes/connectors/approval-exchange/permit.task-assigned.camel.yaml`. */
@Component
public class FrontEntrySteps {

    private static final String SENT = "sent";
    private static final String WORDS = "words";

    private final FrontDatabases databases;
    private final FrontStore store;
    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final FrontTransactions transactions;

    FrontEntrySteps(
            FrontDatabases databases,
            FrontStore store,
            Dialects dialects,
            UnsignedAnswers answers,
            FrontTransactions transactions) {
        this.databases = databases;
        this.store = store;
        this.dialects = dialects;
        this.answers = answers;
        this.transactions = transactions;
    }

    /** Into their columns. The mapping is given beside the message its time `at`, and as `gcdm` the project where it is known. */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        FrontSteps.use(exchange, consignment.delivery().partner(), databases);
        JsonNode words = dialects.understand(ours(consignment), mapping);
        exchange.setProperty(SENT, consignment);
        exchange.setProperty(WORDS, words);
        return columns(words);
    }

    static Map<String, @Nullable Object> columns(JsonNode words) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        words.properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().asText(null)));
        return columns;
    }

    private ObjectNode ours(Consignment consignment) {
        Delivery delivery = consignment.delivery();
        ObjectNode ours = Dialects.message(consignment).put("at", Entry.time(delivery.createdAt()));
        if (delivery.caseId() != null) {
            store.ofCode(front(delivery), delivery.caseId()).ifPresent(project -> ours.put("gcdm", project.number()));
        }
        return ours;
    }

    private String front(Delivery delivery) {
        return databases.readerOf(delivery.partner());
    }

    /** All rows or none. */
    public Outcome together(Exchange exchange, @ExchangeProperty(SENT) Consignment sent, String way) {
        return transactions
                .write(exchange, sent.delivery().partner(), way)
                .orElseGet(() -> written(sent, Objects.requireNonNull(exchange.getProperty(WORDS, JsonNode.class))));
    }

    /** The proof is what we have put there, by its numbers. From here on rows about them are the department's words. */
    private Outcome written(Consignment sent, JsonNode words) {
        String number = words.path("spsxslbm").asText();
        String project = words.path("gcdm").asText();
        String item = words.path("spsxmc").asText();
        String department = sent.delivery().partner();
        String filing = sent.payload().path("filingNo").asText();
        store.keepItems(front(sent.delivery()), List.of(Item.task(number, project, item, department, filing)));
        ObjectNode said =
                JsonNodeFactory.instance.objectNode().put("gcdm", project).put("spsxslbm", number);
        return answers.replied(sent, said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
