package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.partner.Partner.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task of ours becomes rows in a front-end database: `routes/connectors/approval-exchange/permit.task-assigned.camel.yaml`. */
@Component
public class FrontEntrySteps {

    private static final String WORDS = "words";

    /** Not every filing belongs to a project, nor does every decision say how many working days there are. */
    private static final List<String> MAY_HAVE_NO_VALUE = List.of("xmdm", "sxblsx");

    private final FrontPen pen;
    private final FrontStore store;
    private final FrontDatabases databases;

    FrontEntrySteps(FrontPen pen, FrontStore store, FrontDatabases databases) {
        this.pen = pen;
        this.store = store;
        this.databases = databases;
    }

    /**
     * Into their columns. The mapping is given beside the message its time `at`, as `projectCode` that of the project, if it
     * is of one, as `gcdm` the project where it is known there, and as `office` the department where it is the partner itself.
     */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        ObjectNode ours = pen.begin(exchange, consignment);
        projectCode(consignment).ifPresent(code -> {
            ours.put("projectCode", code);
            store.ofCode(pen.reader(consignment), code).ifPresent(project -> ours.put("gcdm", project.number()));
        });
        databases
                .find(consignment.delivery().partner())
                .filter(partner -> partner.kind() == Kind.DEPARTMENT)
                .ifPresent(department -> ours.put("office", department.name().zh()));
        JsonNode words = pen.words(ours, mapping);
        exchange.setProperty(WORDS, words);
        Map<String, @Nullable Object> columns = FrontPen.columns(words);
        MAY_HAVE_NO_VALUE.forEach(column -> columns.putIfAbsent(column, null));
        return columns;
    }

    /** What a case goes by may as well be a number of ours. */
    private static Optional<String> projectCode(Consignment consignment) {
        return Stream.of(
                        consignment.payload().path("projectCode").asText(),
                        Objects.requireNonNullElse(consignment.delivery().caseId(), ""))
                .filter(code -> ProjectCode.check(code).verdict() == Verdict.VALID)
                .findFirst();
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
