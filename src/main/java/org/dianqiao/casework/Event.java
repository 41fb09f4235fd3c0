package org.dianqiao.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.dianqiao.exchange.InstantFormat;
import org.dianqiao.exchange.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case. It is written once and never changed; what was told goes with that of its case.
 *
 * @param at our time; of two events that one message brings it is the same
 * @param claimed the time that the sender claims
 * @param what in one word: `filed`, `status`, `stage`, `warned`
 * @param about which task, stage or period of the case, where not the whole
 * @param by the partner who said it; the gateway itself where nobody did
 * @param entry the ledger entry that proves it, of a message that came in
 * @param sent the id of our message that tells of it, whose own entry proves it once it has arrived
 * @param told what else was said; it may hold personal data, so it is sealed where it is kept
 */
public record Event(
        Instant at,
        @Nullable Instant claimed,
        String what,
        @Nullable String about,
        String by,
        @Nullable String entry,
        @Nullable String sent,
        ObjectNode told) {

    public static final String OURS = "gateway";

    /**
     * Finished works are told of with their papers, months later; what was refused is told again once it is mended, and a decision
     * once its document is written.
     */
    private static final Set<String> NEVER_LATE = Set.of("completed", "demanded", "documented");

    /** What a partner's message says. */
    public static Event said(Message message, String what, @Nullable String about, ObjectNode told) {
        return new Event(
                message.receivedAt(),
                claimed(message.payload().path("at")),
                what,
                about,
                message.sender().id(),
                message.entry(),
                null,
                told);
    }

    /** What the gateway tells a partner because of it. */
    public static Event sent(Instant at, String what, @Nullable String about, String messageId, ObjectNode told) {
        return new Event(at, null, what, about, OURS, null, messageId, told);
    }

    /** What the gateway concludes from a message. */
    public static Event concluded(Instant at, String what, @Nullable String about, String entry, ObjectNode told) {
        return new Event(at, null, what, about, OURS, entry, null, told);
    }

    public static ObjectNode nothingMore() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The time that stands there. Where the contract knows of none, anything may. */
    public static @Nullable Instant claimed(JsonNode time) {
        return InstantFormat.isReadable(time.asText())
                ? OffsetDateTime.parse(time.asText()).toInstant()
                : null;
    }

    public Event claiming(JsonNode time) {
        return new Event(at, claimed(time), what, about, by, entry, sent, told);
    }

    /** Whether the time that is claimed is held against ours and against others. */
    public boolean isMeasured() {
        return claimed != null && !NEVER_LATE.contains(what);
    }
}
