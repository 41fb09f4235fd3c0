package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.certificate.Draft;
import org.dianqiao.certificate.Kind;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a certificate says of a case. */
@Component
class Drafts {

    private final Watched<CodeTables> tables;

    Drafts(Watched<CodeTables> tables) {
        this.tables = tables;
    }

    Draft of(PermitCase permit, Kind kind, Instant now) {
        JsonNode decision = permit.decision();
        return new Draft(
                kind,
                permit.file().caseNo(),
                permit.filing().number(),
                tables.current().divisions().zh(Region.of(permit.file().regionCode())),
                permit.filing().applicant().path("name").asText(),
                permit.filing().site().path("address").asText(),
                works(permit.filing().works()),
                path(permit),
                new Draft.Basis(
                        decision.path("rule").asText(),
                        decision.at("/citation/document").asText(),
                        decision.at("/citation/clause").asText()),
                permit.tasks().stream().map(Drafts::result).toList(),
                duties(permit),
                start(permit),
                permit.certificate().orElse(null),
                now);
    }

    private static String path(PermitCase permit) {
        String written = permit.told("path").asText();
        return Step.valueOf(written.toUpperCase(java.util.Locale.ROOT)).title().zh();
    }

    private static List<Draft.Fact> works(JsonNode works) {
        List<Draft.Fact> facts = new ArrayList<>();
        for (Fact fact : List.of(Fact.VOLTAGE, Fact.CAPACITY, Fact.CUSTOMER_CLASS, Fact.LINE_LENGTH, Fact.CROSSINGS)) {
            JsonNode value = works.path(fact.written());
            if (!value.isMissingNode()) {
                facts.add(new Draft.Fact(fact.title().zh(), value(fact, value)));
            }
        }
        return facts;
    }

    private static String value(Fact fact, JsonNode value) {
        if (value.isArray()) {
            String words = StreamSupport.stream(value.spliterator(), false)
                    .map(word -> fact.word(word.asText()).zh())
                    .collect(Collectors.joining("、"));
            return words.isEmpty() ? "无" : words;
        }
        return value.isNumber()
                ? value.decimalValue().toPlainString() + " " + fact.unit().zh()
                : fact.word(value.asText()).zh();
    }

    private static Draft.Result result(Task task) {
        Instant since = Instant.parse(task.told().path("since").asText());
        LocalDate on = WorkingDays.dayOf(since);
        return new Draft.Result(
                task.told().path("name").asText(),
                task.told().path("item").asText(),
                task.status().orElseThrow().zh(),
                task.told().path("documentNo").asText(null),
                task.told().at("/licence/identifier").asText(null),
                on,
                Attestation.in(task.told()) != null);
    }

    private static List<String> duties(PermitCase permit) {
        return StreamSupport.stream(permit.told("duties").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The day itself is unknown where the calendar does not reach so far. */
    private static @Nullable String start(PermitCase permit) {
        String first = permit.told("startFrom").asText();
        if (!first.isEmpty()) {
            return "自 " + first + " 起可以开工。";
        }
        JsonNode lead = permit.decision().at("/instead/lead");
        if (permit.filing().takesTheOtherPath() && !lead.isMissingNode()) {
            return "自申报之日后第 " + limit(lead).zh() + "起可以开工。";
        }
        return permit.told("path").asText().equals(Step.PARALLEL.written()) ? null : "自出具之日起可以开工。";
    }

    private static Limit limit(JsonNode told) {
        return Limit.of(told.path("value").asText() + " " + told.path("unit").asText());
    }
}
