package org.dianqiao.revocation;

import java.net.URI;
import java.time.Instant;
import org.dianqiao.revocation.Download.Version;
import org.jspecify.annotations.Nullable;

/**
 * How it went when we last asked for a list.
 *
 * @param source where the last list came from; absent as long as none came
 * @param next when to ask again
 * @param trouble since when none comes, and why; absent where all is well
 */
record Visit(
        @Nullable Source source, Instant next, @Nullable Trouble trouble) {

    /** An address, with which version of which list it gave. */
    record Source(URI address, Version version, String sm3, Instant nextUpdate) {}

    record Trouble(Instant since, String reason) {

        @Override
        public String toString() {
            return "not fetched since " + since + ": " + reason;
        }
    }
}
