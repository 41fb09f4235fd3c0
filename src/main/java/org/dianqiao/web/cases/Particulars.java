package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.policy.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was filed or applied for, line by line: who, where, which works. */
@Component
class Particulars {

    private static final String CREDIT_CODE = "001";
    private static final List<String> PERSONS = List.of("applicant", "contractor");
    private static final List<String> TEXTS =
            List.of("plannedStart", "plannedFinish", "purpose", "projectCode", "leadNo", "applicationNo");

    private final CaseWording words;

    Particulars(CaseWording words) {
        this.words = words;
    }

    /** `shown`: masked or not, as the page is. */
    List<Labelled> of(JsonNode told, JsonNode shown) {
        JsonNode said = said(shown);
        List<Labelled> lines = new ArrayList<>();
        PERSONS.forEach(person -> person(lines, person, said(told).path(person), said.path(person)));
        add(lines, words.say("case.fact.site"), said.at("/site/address").asText(null));
        JsonNode works = said.has("works") ? said.path("works") : said;
        for (Fact fact : Fact.values()) {
            add(lines, fact.title().in(words.chinese()), value(fact, works.path(fact.written())));
        }
        TEXTS.forEach(name ->
                add(lines, words.say("case.fact." + name), said.path(name).asText(null)));
        add(lines, words.say("case.fact.documents"), documents(said.path("documents")));
        return lines;
    }

    private static JsonNode said(JsonNode told) {
        return told.has("filing") ? told.path("filing") : told.path("application");
    }

    private void person(List<Labelled> lines, String role, JsonNode told, JsonNode person) {
        if (person.isObject()) {
            add(lines, words.say("case.fact." + role), person.path("name").asText(null));
            add(
                    lines,
                    words.say("case.fact.idNo"),
                    number(told, person.path("idNo").asText(null)));
            add(lines, words.say("case.fact.phone"), person.path("phone").asText(null));
        }
    }

    /** Credit codes with a wrong check have been issued for real: a register decides. */
    private @Nullable String number(JsonNode told, @Nullable String shown) {
        boolean suspect = told.path("idType").asText().equals(CREDIT_CODE)
                && CreditCode.check(told.path("idNo").asText()).verdict() == Verdict.SUSPECT;
        return shown != null && suspect ? words.say("case.idNo.suspect", shown) : shown;
    }

    private @Nullable String value(Fact fact, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (fact.kind()) {
            case NUMBER -> (value.asText() + " " + fact.unit().in(words.chinese())).strip();
            case WORD -> fact.word(value.asText()).in(words.chinese());
            case FLAG -> words.say(value.asBoolean() ? "guide.yes" : "guide.no");
            case SET -> set(fact, value);
        };
    }

    private String set(Fact fact, JsonNode value) {
        String all = StreamSupport.stream(value.spliterator(), false)
                .map(word -> fact.word(word.asText()).in(words.chinese()))
                .collect(Collectors.joining(words.say("case.and")));
        return all.isEmpty() ? words.say("guide.none") : all;
    }

    private String documents(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> document.path("name").asText())
                .collect(Collectors.joining(words.say("case.and")));
    }

    private static void add(List<Labelled> lines, String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            lines.add(new Labelled(label, text));
        }
    }
}
