package org.dianqiao.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm3;

/** A signed statement of how large the ledger's tree is and what its root is. */
public record TreeHead(long size, String root, String time, String signature) {

    /** The head of the tree before the first leaf: its root is the digest of nothing. */
    public static TreeHead ofNothing(SigningKey key, Clock clock) {
        String root = Sm3.hex(Sm3.of(new byte[0]));
        String time = Entry.time(clock.instant());
        String text = "dqx-head/1\n0\n" + root + "\n" + time + "\n";
        byte[] seal = key.seal(text.getBytes(StandardCharsets.UTF_8));
        return new TreeHead(0, root, time, Base64.getEncoder().encodeToString(seal));
    }
}
