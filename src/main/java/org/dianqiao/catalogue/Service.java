package org.dianqiao.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be said on the bridge, as `mappings/services.yaml` describes it.
 *
 * @param provider who acts on it: the gateway itself, or partners of a kind
 * @param contract the shape of the payload
 * @param replyContract the shape of a query's reply
 * @param limit how many bytes all parts together may have
 * @param maxAge how old `sent` may be
 * @param expiry how long a delivery is tried
 * @param wantsPurpose whether personal data is asked for, so that the reason must be given and granted
 * @param retention how long parts and replies are kept
 * @param held how old an answer may be that is given again while its provider is silent; absent: never
 * @param regions where in the payload it says which region it speaks of
 */
public record Service(
        String name,
        Title title,
        Kind kind,
        Provider provider,
        @Nullable String contract,
        @Nullable String replyContract,
        long limit,
        Duration maxAge,
        Duration expiry,
        boolean wantsPurpose,
        Duration retention,
        @Nullable Duration held,
        List<JsonPointer> regions) {

    public enum Kind {
        EVENT,
        QUERY
    }

    /** A name for people: Chinese first. */
    public record Title(String zh, String en) {}

    /** `gateway`: told to us; `partners`: passed on to those who receive it; `outgoing`: only we say it. */
    public enum Provider {
        GATEWAY,
        PARTNERS,
        OUTGOING
    }

    /** The one service that speaks of a part which is only to come. */
    public boolean announcesUpload() {
        return name.equals("part.upload");
    }

    public Optional<String> contractIfAny() {
        return Optional.ofNullable(contract);
    }
}
