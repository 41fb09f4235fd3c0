package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Entry;
import org.dianqiao.policy.Decision.Department;
import org.dianqiao.policy.Wording;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/** What one department has to do in a case 任务, and what it has said of it so far. */
record Task(ObjectNode told) {

    /** Of what a department says, what a later word of the same status must agree with. */
    private static final List<String> SAID = List.of("opinion", "documentNo", "licence", "documentsAsked");

    /** Of that, what may be added to a word that was said: the document that it ended with is often written later. */
    static final List<String> DOCUMENT = List.of("documentNo", "licence");

    private static final String PART = "part";

    static Task of(String taskNo, Department department, @Nullable String partner, Instant now) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("taskNo", taskNo)
                .put("department", department.department().code())
                .put("name", department.department().name().zh())
                .put("nameEn", department.department().name().en())
                .put("item", department.item().zh())
                .put("itemEn", department.item().en())
                .put("partner", partner);
        return new Task(told.put("since", Entry.time(now)));
    }

    String number() {
        return told.path("taskNo").asText();
    }

    String department() {
        return told.path("department").asText();
    }

    Wording title() {
        return new Wording(
                told.path("name").asText() + "：" + told.path("item").asText(),
                told.path("nameEn").asText() + ": " + told.path("itemEn").asText());
    }

    /** Only where it has one. */
    Limit limit() {
        return Limit.of(
                told.at("/limit/value").asText() + " " + told.at("/limit/unit").asText());
    }

    /** Who was given it; nobody where no partner is that department. */
    Optional<String> partner() {
        return Optional.ofNullable(told.path("partner").asText(null));
    }

    /** Absent until the department says something. */
    Optional<Status> status() {
        return Optional.ofNullable(told.path("status").asText(null)).map(Status::of);
    }

    boolean ended() {
        return status().filter(Status::ends).isPresent();
    }

    /** What it was given is as good as received: the window has it. */
    boolean mayBecome(Status next) {
        return next == Status.RECEIVED
                ? status().isEmpty()
                : status().orElse(Status.RECEIVED).mayBecome(next);
    }

    /** The department says again what it has said. */
    boolean repeats(Message message) {
        JsonNode said = message.payload();
        return ((heard(said) && !goesOn(said)) || isWhatIs(said)) && !bringsAnotherFile(message);
    }

    /** In the words of an earlier turn: an office that writes days begins and ends the same twice on one of them. */
    private boolean goesOn(JsonNode said) {
        return mayBecome(Status.of(said.path("status").asText())) && !time(said).isBefore(time(told));
    }

    private static OffsetDateTime time(JsonNode word) {
        return OffsetDateTime.parse(word.path("at").asText());
    }

    /** Word for word, however long ago. */
    private boolean heard(JsonNode said) {
        String digest = digest(said);
        for (JsonNode each : told.path("heard")) {
            if (each.asText().equals(digest)) {
                return true;
            }
        }
        return false;
    }

    private static String digest(JsonNode said) {
        return Sm3.hex(Sm3.of(said.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isWhatIs(JsonNode said) {
        return told.path("status").equals(said.path("status"))
                && SAID.stream().allMatch(member -> told.path(member).equals(said.path(member)));
    }

    /** The last word again, with the document that it had not, or with the file of its licence. */
    boolean isCompletedBy(Message message) {
        JsonNode said = message.payload();
        return ended()
                && told.path("status").equals(said.path("status"))
                && SAID.stream().allMatch(member -> told.path(member).equals(said.path(member)) || adds(said, member))
                && !bringsAnotherFile(message);
    }

    private boolean adds(JsonNode said, String member) {
        JsonNode before = told.path(member);
        return DOCUMENT.contains(member) && (before.isMissingNode() || before.equals(without(PART, said.path(member))));
    }

    private static JsonNode without(String member, JsonNode object) {
        return object.isObject() ? ((ObjectNode) object.deepCopy()).without(member) : object;
    }

    /** Under a name that we know. */
    private boolean bringsAnotherFile(Message message) {
        List<Part> parts = message.manifest().parts();
        return told.path("licence").has(PART)
                && Licences.place(message.payload(), parts)
                        .filter(place -> !parts.get(place)
                                .sm3()
                                .equals(told.at("/file/sm3").asText()))
                        .isPresent();
    }

    /** It stands as and since it was first said. */
    Task completedBy(Message message) {
        Task saying = saying(message);
        saying.told().setAll(told.deepCopy().retain("at", "since"));
        return saying;
    }

    Task saying(Message message) {
        JsonNode said = message.payload();
        ObjectNode more = told.deepCopy();
        more.remove(SAID);
        more.remove(Attestation.MEMBER);
        Attestation.write(message.attested(), more);
        more.set("status", said.path("status"));
        SAID.stream().filter(said::has).forEach(member -> more.set(member, said.path(member)));
        more.set("at", said.path("at"));
        more.withArray("heard").add(digest(said));
        more.put("partner", message.sender().id());
        return new Task(more.put("since", Entry.time(message.receivedAt())).put("entry", message.entry()));
    }
}
