package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianqiao.exchange.Refused.Trace;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param further what goes along with the body: files that it names
 * @param asked where another partner gave it: the entry of our question to them, with their signed answer
 * @param attested where that partner does not sign, and the answer's signature is ours
 * @param held where they are silent, and this is what they said before
 * @param trace what the answer changes
 */
public record Replied(
        Said body,
        List<Said> further,
        @Nullable Entry asked,
        @Nullable Attestation attested,
        @Nullable HeldAnswer held,
        @Nullable Trace trace) {

    Replied(Said body) {
        this(body, List.of(), null, null, null, null);
    }

    public static Replied json(JsonNode body) {
        return of("application/json", body.toString().getBytes(StandardCharsets.UTF_8), null, null);
    }

    public static Replied of(String type, byte[] body, @Nullable Entry asked, @Nullable Attestation attested) {
        return new Replied(Said.of(type, body), List.of(), asked, attested, null, null);
    }

    /** `asked`: the entry of our question that found nobody. */
    public static Replied again(Said body, Entry asked, @Nullable Attestation attested, HeldAnswer held) {
        return new Replied(body, List.of(), asked, attested, held, null);
    }

    public Replied enclosing(List<Said> files) {
        return new Replied(body, List.copyOf(files), asked, attested, held, trace);
    }

    /** Changed in the transaction in which question and answer are recorded: both stand, or neither does. */
    public Replied leaving(Trace left) {
        return new Replied(body, further, asked, attested, held, trace == null ? left : both(trace, left));
    }

    private static Trace both(Trace first, Trace then) {
        return entry -> {
            first.leave(entry);
            then.leave(entry);
        };
    }

    @Nullable
    Remark remark() {
        return held == null ? null : held.remark();
    }

    /** The entry of our question that was answered with this. */
    @Nullable
    String answeredIn() {
        return held != null ? held.askedEntry() : asked == null ? null : asked.id();
    }

    /** The answer in the words that its giver signed. */
    @Nullable
    Signed origin() {
        if (attested != null) {
            return null;
        }
        return held != null ? held.answer() : asked == null ? null : asked.answer();
    }
}
