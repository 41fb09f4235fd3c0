package org.dianqiao.web.cases;

import java.time.Instant;
import java.util.List;
import org.dianqiao.exchange.Attestation;
import org.jspecify.annotations.Nullable;

/**
 * An event of a case in one sentence.
 *
 * @param no its number in the timeline, from 1
 * @param claimed the time that the sender claims
 * @param doubtful whether that lies too far from ours
 * @param more what else was said
 * @param tone in which colour it stands: `good`, `bad`, `plain`, or that of a warning
 * @param entry the ledger entry that proves it
 * @param underWay a message of ours that has not arrived yet: its entry is still to come
 * @param attested where it rests on what the gateway wrote down
 */
public record Happening(
        int no,
        Instant at,
        @Nullable Instant claimed,
        boolean doubtful,
        String what,
        String by,
        String sentence,
        List<String> more,
        String tone,
        @Nullable String entry,
        boolean underWay,
        @Nullable Attestation attested) {}
