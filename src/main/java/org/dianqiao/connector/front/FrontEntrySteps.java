package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.UnsignedAnswers;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A task of ours becomes rows in a front-end database: `routes/connectors/approval-exchange/permit.task-assigned.camel.yaml`.
 *
 * <p>The danger is a commit whose answer is lost: the rows may be there or not. So nothing is written before it was looked
 * for, and what is unknown is looked for at the next attempt.
 */
@Component
public class FrontEntrySteps {

    private static final String SENT = "sent";
    private static final String WORDS = "words";

    private final FrontDatabases databases;
    private final FrontStore store;
    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final ProducerTemplate camel;

    FrontEntrySteps(
            FrontDatabases databases,
            FrontStore store,
            Dialects dialects,
            UnsignedAnswers answers,
            ProducerTemplate camel) {
        this.databases = databases;
        this.store = store;
        this.dialects = dialects;
        this.answers = answers;
        this.camel = camel;
    }

    /** Into their columns. The mapping is given beside the message its time `at`, and as `gcdm` the project where it is known. */
    public Map<String, @Nullable Object> write(Exchange exchange, @Body Consignment consignment, String mapping) {
        FrontSteps.use(exchange, consignment.delivery().partner(), databases);
        JsonNode words = dialects.understand(ours(consignment), mapping);
        exchange.setProperty(SENT, consignment);
        exchange.setProperty(WORDS, words);
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
        return databases
                .reader(databases.find(delivery.partner()).orElseThrow())
                .id();
    }

    /** All rows or none. */
    public Outcome together(Exchange exchange, @ExchangeProperty(SENT) Consignment sent, String way) {
        FrontDatabase database = databases.of(sent.delivery().partner());
        try {
            new TransactionTemplate(new DataSourceTransactionManager(database))
                    .executeWithoutResult(together -> run(exchange, way));
        } catch (DataIntegrityViolationException unfit) {
            return new Declined("refused", problem(unfit), null, null);
        } catch (RuntimeException unknown) {
            return new Failed("front-end database: " + problem(unknown), false);
        }
        return written(sent, Objects.requireNonNull(exchange.getProperty(WORDS, JsonNode.class)));
    }

    private void run(Exchange exchange, String way) {
        Exchange rows = camel.send("direct:" + way, exchange.copy());
        Exception failure = rows.getException();
        if (failure != null) {
            throw failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
        }
    }

    /** The proof is what we have put there, by its numbers. From here on rows about them are the department's words. */
    private Outcome written(Consignment sent, JsonNode words) {
        String number = words.path("spsxslbm").asText();
        String project = words.path("gcdm").asText();
        String item = words.path("spsxmc").asText();
        String department = sent.delivery().partner();
        store.keepItems(front(sent.delivery()), List.of(new Item(number, project, 0, item, department, false, false)));
        ObjectNode said =
                JsonNodeFactory.instance.objectNode().put("gcdm", project).put("spsxslbm", number);
        return answers.replied(sent, said.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(Exception e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        String state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return cause.getClass().getSimpleName() + state;
    }
}
