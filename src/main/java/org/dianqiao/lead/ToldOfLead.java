package org.dianqiao.lead;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.exchange.Attestation;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a lead, as it is sealed: of each origin the words, milestones, answers, the withdrawal, the application.
 * It comes out the same in whichever order the messages came in, but for what nobody dated.
 */
record ToldOfLead(ObjectNode json) {

    private static final String TELLINGS = "tellings";
    private static final String MILESTONES = "milestones";
    private static final String ANSWERS = "answers";
    private static final String WITHDRAWN = "withdrawn";
    private static final String AGAIN = "again";
    private static final String APPLICATION = "application";
    private static final String ATTESTED = Attestation.MEMBER;

    private static final Comparator<JsonNode> BY_TIME = comparing(ToldOfLead::at);
    private static final Comparator<JsonNode> BY_TIME_AND_STAGE =
            BY_TIME.thenComparing(each -> each.path("stage").asInt()).thenComparing(JsonNode::toString);

    /** Of one milestone that came in both ways, what its sender signed itself counts. */
    private static final Comparator<JsonNode> SIGNED_FIRST =
            comparing(each -> each.path(ATTESTED).toString());

    static ToldOfLead nothing() {
        return new ToldOfLead(JsonNodeFactory.instance.objectNode());
    }

    /** In the order in which they first spoke of it. */
    List<Origin> origins() {
        return elements(json.path("origins"))
                .map(JsonNode::asText)
                .map(Origin::named)
                .toList();
    }

    Optional<JsonNode> telling(Origin origin) {
        return Optional.ofNullable(json.path(TELLINGS).get(origin.written()));
    }

    /** What it told, with what it says has changed since. */
    JsonNode now(Origin origin) {
        JsonNode telling = telling(origin).orElseThrow();
        return origin == Origin.PROJECT ? Changes.after(telling, milestones()) : telling;
    }

    List<Origin> tellers() {
        return Arrays.stream(Origin.values())
                .filter(origin -> telling(origin).isPresent())
                .toList();
    }

    ArrayNode milestones() {
        return array(MILESTONES);
    }

    ArrayNode answers() {
        return array(ANSWERS);
    }

    /** Of which origins the gateway wrote words down, whose, and how it knew who spoke. */
    ArrayNode attested() {
        return array(ATTESTED);
    }

    /** As long as its platform has not told of the project again: nobody else speaks for its code. */
    Optional<JsonNode> withdrawn() {
        return withdrawal().filter(why -> !isOver(why));
    }

    /** It was withdrawn, and was told of again. */
    boolean isReinstated() {
        return withdrawal().filter(this::isOver).isPresent();
    }

    private Optional<JsonNode> withdrawal() {
        return Optional.ofNullable(json.get(WITHDRAWN));
    }

    private boolean isOver(JsonNode why) {
        Instant assigned = telling(Origin.PROJECT).map(Origin.PROJECT::when).orElse(Instant.EPOCH);
        return isAfter(assigned, at(why), json.has(AGAIN));
    }

    /** By the times that are claimed; where one is missing or they are equal, by which word `came` later. */
    private static boolean isAfter(Instant claimed, Instant other, boolean came) {
        boolean differ = !claimed.equals(Instant.EPOCH) && !other.equals(Instant.EPOCH) && !claimed.equals(other);
        return differ ? claimed.isAfter(other) : came;
    }

    Optional<JsonNode> application() {
        return Optional.ofNullable(json.get(APPLICATION));
    }

    /** Where whoever knows best says that it lies. */
    Optional<String> region() {
        return tellers().stream()
                .map(origin -> origin.region(now(origin)))
                .filter(region -> !region.isEmpty())
                .reduce((coarser, better) -> better);
    }

    /** A new enterprise that asks for nothing. */
    boolean isHint() {
        return origins().equals(List.of(Origin.ENTERPRISE))
                && telling(Origin.ENTERPRISE)
                        .filter(each -> !each.path("wantsSupply").asBoolean())
                        .isPresent();
    }

    ToldOfLead from(Origin origin) {
        if (origins().contains(origin)) {
            return this;
        }
        ObjectNode more = json.deepCopy();
        more.withArray("origins").add(origin.written());
        return new ToldOfLead(more);
    }

    /** What is told later completes what the same origin told before, by the time that it names, not by its arrival. */
    ToldOfLead heard(Origin origin, JsonNode payload) {
        JsonNode before = telling(origin).orElseGet(JsonNodeFactory.instance::objectNode);
        boolean late = origin.when(payload).isBefore(origin.when(before));
        ObjectNode whole = (late ? payload : before).deepCopy();
        whole.setAll((ObjectNode) (late ? before : payload).deepCopy());
        ObjectNode more = from(origin).json.deepCopy();
        more.withObject("/" + TELLINGS).set(origin.written(), whole);
        if (origin == Origin.PROJECT && mayEndWithdrawal(payload)) {
            more.put(AGAIN, true);
        }
        return new ToldOfLead(more);
    }

    private boolean mayEndWithdrawal(JsonNode payload) {
        Instant assigned = Origin.PROJECT.when(payload);
        return withdrawal().filter(why -> isAfter(assigned, at(why), true)).isPresent();
    }

    /** In part at least: what another message of the same origin says may be signed. */
    ToldOfLead attested(Origin origin, @Nullable Attestation attestation) {
        if (attestation == null) {
            return this;
        }
        ObjectNode one = attestation.json().put("origin", origin.written());
        return elements(attested()).anyMatch(one::equals)
                ? this
                : with(ATTESTED, elements(attested()), one, comparing(JsonNode::toString));
    }

    ToldOfLead reached(JsonNode milestone) {
        Optional<JsonNode> known = elements(milestones())
                .filter(each -> words(each).equals(words(milestone)))
                .findFirst();
        if (known.filter(each -> SIGNED_FIRST.compare(each, milestone) <= 0).isPresent()) {
            return this;
        }
        Stream<JsonNode> others =
                elements(milestones()).filter(each -> known.filter(each::equals).isEmpty());
        return with(MILESTONES, others, milestone, BY_TIME_AND_STAGE);
    }

    private static JsonNode words(JsonNode milestone) {
        return Leads.without(milestone, ATTESTED);
    }

    ToldOfLead answered(JsonNode answer) {
        ObjectNode more = json.deepCopy();
        more.withArray(ANSWERS).add(answer);
        return new ToldOfLead(more);
    }

    /** The last of several, by the time that it names. */
    ToldOfLead withdrawn(JsonNode why) {
        if (withdrawal().filter(known -> at(known).isAfter(at(why))).isPresent()) {
            return this;
        }
        ObjectNode more = json.deepCopy();
        more.set(WITHDRAWN, why);
        more.remove(AGAIN);
        return new ToldOfLead(more);
    }

    ToldOfLead applied(JsonNode application) {
        return with(APPLICATION, application);
    }

    /** Everything that either was told. */
    ToldOfLead and(ToldOfLead other) {
        ToldOfLead both = this;
        for (Origin origin : other.origins()) {
            both = both.from(origin);
        }
        for (Origin origin : other.tellers()) {
            both = both.heard(origin, other.telling(origin).orElseThrow());
        }
        for (JsonNode milestone : other.milestones()) {
            both = both.reached(milestone);
        }
        for (JsonNode answer : other.answers()) {
            both = both.with(ANSWERS, elements(both.answers()), answer, BY_TIME);
        }
        for (JsonNode attestation : other.attested()) {
            Origin origin = Origin.named(attestation.path("origin").asText());
            both = both.attested(origin, Attestation.of(attestation));
        }
        both = other.withdrawal().map(both::withdrawn).orElse(both);
        both = other.json.has(AGAIN) ? both.with(AGAIN, other.json.path(AGAIN)) : both;
        return both.application().isPresent()
                ? both
                : other.application().map(both::applied).orElse(both);
    }

    private ToldOfLead with(String member, JsonNode value) {
        ObjectNode more = json.deepCopy();
        more.set(member, value);
        return new ToldOfLead(more);
    }

    private ToldOfLead with(String member, Stream<JsonNode> those, JsonNode another, Comparator<JsonNode> order) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Stream.concat(those, Stream.of(another)).sorted(order).forEach(all::add);
        return with(member, all);
    }

    private ArrayNode array(String member) {
        return json.get(member) instanceof ArrayNode known ? known : JsonNodeFactory.instance.arrayNode();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Instant at(JsonNode said) {
        return at(said, "at");
    }

    /** Long ago where nobody dated it. */
    static Instant at(JsonNode said, String member) {
        String at = said.path(member).asText("");
        return at.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(at).toInstant();
    }
}
