package org.dianqiao.upload;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A large part on its way, or there.
 *
 * @param entry of the message that announced it
 * @param sender who announced it: it is theirs alone
 * @param token the last segment of its address
 * @param received how much of it is here, durably
 * @param pieces in how many pieces
 * @param digest the sealed state of the digest over them; absent while nothing is here
 * @param turn whose turn it is to send: another begins with each question how far it is
 * @param round how often it had to begin again
 */
record Upload(
        String entry,
        String sender,
        String token,
        long length,
        byte[] sm3,
        long received,
        int pieces,
        byte @Nullable [] digest,
        int turn,
        int round,
        boolean complete,
        boolean erased) {

    /** What is still to come. */
    long left() {
        return length - received;
    }

    /** Under which key its pieces are kept. */
    String key() {
        return key(entry, round);
    }

    static String key(String entry, int round) {
        return entry + "." + round;
    }

    Optional<byte[]> digestSoFar() {
        return Optional.ofNullable(digest);
    }

    /** With one more piece. */
    Upload with(long count, byte[] digestNow) {
        return new Upload(
                entry,
                sender,
                token,
                length,
                sm3,
                received + count,
                pieces + 1,
                digestNow,
                turn,
                round,
                received + count == length,
                erased);
    }
}
