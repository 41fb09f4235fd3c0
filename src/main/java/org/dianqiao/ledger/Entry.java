package org.dianqiao.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * One exchange in the ledger: a partner's message with our answer, or ours with the partner's answer.
 *
 * @param partsOf under which entry the message's parts are kept: this one, or that of the message it passes on
 * @param answer the signed answer, absent where a message of ours found none
 * @param answerBody the answer's body where it is a receipt or a refusal
 */
public record Entry(
        String id,
        Instant at,
        Direction direction,
        String partner,
        String messageId,
        String kind,
        String service,
        String outcome,
        @Nullable String caseId,
        String partsOf,
        Signed message,
        @Nullable Signed answer,
        byte @Nullable [] answerBody) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public enum Direction {
        IN,
        OUT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Our time as an entry writes it: six decimals. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** What the tree is made over. */
    public String text() {
        return String.join(
                        "\n",
                        "dqx-entry/1",
                        id,
                        time(at),
                        direction.word(),
                        partner,
                        messageId,
                        kind,
                        service,
                        outcome,
                        Sm3.hex(message.manifestSm3()),
                        Sm3.hex(Sm3.of(message.signature())),
                        answer == null ? "-" : Sm3.hex(answer.manifestSm3()))
                + "\n";
    }

    /** Its hash in the tree. */
    byte[] leaf() {
        return Merkle.leaf(text().getBytes(StandardCharsets.UTF_8));
    }
}
