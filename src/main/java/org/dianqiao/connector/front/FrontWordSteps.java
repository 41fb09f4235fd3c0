package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.UnsignedAnswers;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a filer says of a filing later on becomes a row about its task: `routes/connectors/approval-exchange/permit.*.camel.yaml`. */
@Component
public class FrontWordSteps {

    private static final String SENT = "sent";
    private static final String WITHDRAWN = "permit.withdrawn";
    private static final Set<String> ENDED = Set.of("2", "4", "5", "11", "12", "13", "14", "15");
    private static final Set<String> ACCEPTED = Set.of("3", "8", "9", "10");
    private static final String PAPERS_ASKED = "6";
    private static final String PAPERS_COMPLETE = "7";

    private final FrontDatabases databases;
    private final FrontStore store;
    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final FrontTransactions transactions;
    private final FrontSettings settings;

    FrontWordSteps(
            FrontDatabases databases,
            FrontStore store,
            Dialects dialects,
            UnsignedAnswers answers,
            FrontTransactions transactions,
            FrontSettings settings) {
        this.databases = databases;
        this.store = store;
        this.dialects = dialects;
        this.answers = answers;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Into its columns. A task that never got there has none: nothing is to be written about it. */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        String partner = consignment.delivery().partner();
        FrontSteps.use(exchange, partner, databases);
        exchange.getMessage().setHeader("failed", settings.states().failed());
        exchange.setProperty(SENT, consignment);
        ObjectNode ours = Dialects.message(consignment)
                .put("at", Entry.time(consignment.delivery().createdAt()));
        Map<String, @Nullable Object> columns = FrontEntrySteps.columns(dialects.understand(ours, mapping));
        columns.put("spsxslbm", task(partner, consignment.payload()));
        return columns;
    }

    private String task(String partner, JsonNode payload) {
        return payload.has("taskNo")
                ? payload.path("taskNo").asText()
                : store.ofFiling(partner, payload.path("filingNo").asText()).orElse("");
    }

    /** All rows or none. */
    public Outcome together(Exchange exchange, @ExchangeProperty(SENT) Consignment sent, String way) {
        String partner = sent.delivery().partner();
        Map<?, ?> columns = exchange.getMessage().getBody(Map.class);
        String task = String.valueOf(columns.get("spsxslbm"));
        return transactions.write(exchange, partner, way).orElseGet(() -> written(sent, task));
    }

    private Outcome written(Consignment sent, String task) {
        String partner = sent.delivery().partner();
        if (!sent.delivery().service().equals(WITHDRAWN)) {
            store.supplemented(databases.readerOf(partner), task);
        }
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("spsxslbm", task);
        return answers.replied(sent, said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Which code it is depends on how far the task is there. What is said already, or comes too late, is not written. */
    public void choose(
            Exchange exchange,
            @Body Map<String, @Nullable Object> columns,
            @ExchangeProperty(SENT) Consignment sent,
            @Header("item") @Nullable Map<String, @Nullable Object> item,
            @Header("said") List<Map<String, @Nullable Object>> said) {
        exchange.setProperty("unsaid", false);
        if (item != null) {
            code(sent.delivery().service(), codes(said)).ifPresent(code -> {
                Map<String, @Nullable Object> row = new HashMap<>(columns);
                row.putAll(lower(item));
                row.put("blzt", code);
                exchange.getMessage().setBody(row);
                exchange.setProperty("unsaid", true);
            });
        }
    }

    private static Optional<String> code(String service, Set<String> said) {
        if (!service.equals(WITHDRAWN)) {
            boolean owed = said.contains(PAPERS_ASKED) && !said.contains(PAPERS_COMPLETE);
            return owed ? Optional.of(PAPERS_COMPLETE) : Optional.empty();
        }
        if (said.stream().anyMatch(ENDED::contains)) {
            return Optional.empty();
        }
        return Optional.of(said.stream().anyMatch(ACCEPTED::contains) ? "14" : "2");
    }

    private static Set<String> codes(List<Map<String, @Nullable Object>> said) {
        return said.stream()
                .map(FrontWordSteps::lower)
                .map(row -> String.valueOf(row.get("blzt")))
                .collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Object> lower(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> lower = new HashMap<>();
        row.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
