package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a filer says of a filing later on becomes a row about its task: `routes/connectors/approval-exchange/permit.*.camel.yaml`. */
@Component
public class FrontWordSteps {

    private static final String WITHDRAWN = "permit.withdrawn";
    private static final Set<String> ENDED = Set.of("2", "4", "5", "11", "12", "13", "14", "15");
    private static final Set<String> ACCEPTED = Set.of("3", "8", "9", "10");
    private static final String PAPERS_ASKED = "6";
    private static final String PAPERS_COMPLETE = "7";

    private final FrontPen pen;
    private final FrontStore store;
    private final FrontSettings settings;

    FrontWordSteps(FrontPen pen, FrontStore store, FrontSettings settings) {
        this.pen = pen;
        this.store = store;
        this.settings = settings;
    }

    /** Into its columns. A task that never got there has none: nothing is to be written about it. */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        JsonNode words = pen.words(pen.begin(exchange, consignment), mapping);
        exchange.getMessage().setHeader("failed", settings.states().failed());
        Map<String, @Nullable Object> columns = FrontPen.columns(words);
        columns.put("spsxslbm", task(consignment.delivery().partner(), consignment.payload()));
        return columns;
    }

    private String task(String partner, JsonNode payload) {
        return payload.has("taskNo")
                ? payload.path("taskNo").asText()
                : store.ofFiling(partner, payload.path("filingNo").asText()).orElse("");
    }

    public Outcome together(Exchange exchange, @ExchangeProperty(FrontPen.SENT) Consignment sent, String way) {
        Map<?, ?> columns = exchange.getMessage().getBody(Map.class);
        String task = String.valueOf(columns.get("spsxslbm"));
        return pen.together(exchange, sent, way, () -> written(sent, task));
    }

    private ObjectNode written(Consignment sent, String task) {
        if (!sent.delivery().service().equals(WITHDRAWN)) {
            store.supplemented(pen.reader(sent), task);
        }
        return JsonNodeFactory.instance.objectNode().put("spsxslbm", task);
    }

    /** Which code it is depends on how far the task is there. What is said already, or comes too late, is not written. */
    public void choose(
            Exchange exchange,
            @Body Map<String, @Nullable Object> columns,
            @ExchangeProperty(FrontPen.SENT) Consignment sent,
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
