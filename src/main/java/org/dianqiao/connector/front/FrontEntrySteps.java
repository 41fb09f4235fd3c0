package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task of ours becomes rows in a front-end database: `routes/connectors/approval-exchange/permit.task-assigned.camel.yaml`. */
@Component
public class FrontEntrySteps {

    private static final String WORDS = "words";

    private final FrontPen pen;
    private final FrontStore store;

    FrontEntrySteps(FrontPen pen, FrontStore store) {
        this.pen = pen;
        this.store = store;
    }

    /** Into their columns. The mapping is given beside the message its time `at`, and as `gcdm` the project where it is known. */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        ObjectNode ours = pen.begin(exchange, consignment);
        String caseId = consignment.delivery().caseId();
        if (caseId != null) {
            store.ofCode(pen.reader(consignment), caseId).ifPresent(project -> ours.put("gcdm", project.number()));
        }
        JsonNode words = pen.words(ours, mapping);
        exchange.setProperty(WORDS, words);
        return FrontPen.columns(words);
    }

    public Outcome together(Exchange exchange, @ExchangeProperty(FrontPen.SENT) Consignment sent, String way) {
        JsonNode words = Objects.requireNonNull(exchange.getProperty(WORDS, JsonNode.class));
        return pen.together(exchange, sent, way, () -> written(sent, words));
    }

    /** From here on rows about them are the department's words. */
    private ObjectNode written(Consignment sent, JsonNode words) {
        String number = words.path("spsxslbm").asText();
        String project = words.path("gcdm").asText();
        String item = words.path("spsxmc").asText();
        String department = sent.delivery().partner();
        String filing = sent.payload().path("filingNo").asText();
        store.keepItems(pen.reader(sent), List.of(Item.task(number, project, item, department, filing)));
        return JsonNodeFactory.instance.objectNode().put("gcdm", project).put("spsxslbm", number);
    }
}
