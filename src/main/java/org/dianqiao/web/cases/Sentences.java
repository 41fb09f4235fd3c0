package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.FindingSettings;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Attestation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened in a case, event by event, in the words of the page's language. */
@Component
class Sentences {

    private static final Set<String> PAPERS = Set.of("documentsAsked", "documents");
    private static final List<String> MORE =
            List.of("opinion", "reason", "cancelled", "documentNo", "documentsAsked", "documents", "rule", "by");

    private final CaseWording words;
    private final Duration skew;

    Sentences(CaseWording words, FindingSettings settings) {
        this.words = words;
        this.skew = settings.skew();
    }

    /** `told`: what the event tells, masked or not, as the page is. */
    Happening of(int no, Event event, JsonNode told, Meanings meanings) {
        String sent = event.sent();
        Subject subject = meanings.subjects().get(String.valueOf(event.about()));
        String entry = sent == null ? event.entry() : meanings.entries().get(sent);
        return new Happening(
                no,
                event.at(),
                event.claimed(),
                isDoubtful(event),
                event.what(),
                words.who(event.by()),
                meanings.erased() ? bare(event, subject) : sentence(event, told, subject),
                more(told, meanings.papers()),
                meanings.erased() ? "plain" : tone(event, told),
                entry,
                sent != null && entry == null,
                meanings.attested().get(String.valueOf(event.entry())));
    }

    /**
     * What events refer to.
     *
     * @param subjects the case's tasks and periods
     * @param entries those of our own messages, by the message's id
     * @param attested by the entries that partners' words rest on
     * @param erased whether what was told is gone
     */
    record Meanings(
            Map<String, Subject> subjects,
            PaperNames papers,
            Map<String, String> entries,
            Map<String, Attestation> attested,
            boolean erased) {}

    private boolean isDoubtful(Event event) {
        Instant claimed = event.claimed();
        if (claimed == null) {
            return false;
        }
        Duration late = Duration.between(claimed, event.at());
        return (event.isMeasured() ? late.abs() : late.negated()).compareTo(skew) > 0;
    }

    /** What an event is about: a department and its item, or a period. */
    record Subject(String name, String item) {}

    private String sentence(Event event, JsonNode told, @Nullable Subject subject) {
        String whom = whom(told);
        String key = "case.event." + event.what() + (whom.isEmpty() ? "" : ".to");
        return find(event, key, words.who(event.by()), about(event, subject), said(event, told, subject), whom);
    }

    /** What stays to be said when what was told is erased. */
    private String bare(Event event, @Nullable Subject subject) {
        Object[] values = {words.who(event.by()), about(event, subject)};
        String key = "case.event." + event.what();
        return words.find(key + ".erased", values).orElseGet(() -> find(event, key, values));
    }

    private String find(Event event, String key, Object... values) {
        return words.find(key, values)
                .orElseGet(() -> words.say("case.event.other", words.who(event.by()), event.what()));
    }

    private String about(Event event, @Nullable Subject subject) {
        String about = event.about();
        if (about == null) {
            return "";
        }
        return event.what().equals("stage") || subject == null ? words.stage(about) : subject.name();
    }

    private String said(Event event, JsonNode told, @Nullable Subject subject) {
        return switch (event.what()) {
            case "task-assigned" -> subject == null ? "" : subject.item();
            case "status" -> words.status(Status.of(told.path("status").asText()));
            case "stage" ->
                words.word(
                        "case.event.state." + told.path("state").asText(),
                        told.path("state").asText());
            case "result", "result-again" ->
                words.word(
                        "case.state." + told.path("outcome").asText(),
                        told.path("outcome").asText());
            case "warned" -> words.say("case.colour." + told.path("colour").asText());
            case "project.updated" -> milestone(told);
            case "lead.answered" ->
                words.word(
                        "lead.state." + told.path("state").asText(),
                        told.path("state").asText());
            case "lead.convert", "supply.applied" -> told.path("applicationNo").asText();
            case "merged" -> told.path("into").asText();
            case "joined" -> told.path("from").asText();
            default -> "";
        };
    }

    private String milestone(JsonNode told) {
        String stage = told.path("stage").asText();
        Status status = Status.of(told.path("status").asText());
        return words.word("lead.stage." + stage, stage) + " " + words.status(status);
    }

    private String whom(JsonNode told) {
        String partner = told.path("to").asText(told.path("told").asText(""));
        return partner.isEmpty() ? "" : words.who(partner);
    }

    private List<String> more(JsonNode told, PaperNames papers) {
        return MORE.stream()
                .filter(told::hasNonNull)
                .map(name -> words.say("case.more." + name, text(name, told.get(name), papers)))
                .toList();
    }

    private String text(String name, JsonNode value, PaperNames papers) {
        return PAPERS.contains(name) ? words.all(papers.of(value)) : value.asText();
    }

    private static String tone(Event event, JsonNode told) {
        return switch (event.what()) {
            case "warned" -> told.path("colour").asText();
            case "demanded", "accepted-late", "off-system", "re-run" -> "bad";
            case "status" -> tone(Status.of(told.path("status").asText()));
            case "result", "result-again" ->
                List.of("rejected", "revoked").contains(told.path("outcome").asText()) ? "bad" : "good";
            default -> "plain";
        };
    }

    private static String tone(Status status) {
        return status.passed() ? "good" : status.ends() ? "bad" : "plain";
    }
}
