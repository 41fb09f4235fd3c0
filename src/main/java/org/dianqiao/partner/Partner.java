package org.dianqiao.partner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.codes.Region;
import org.jspecify.annotations.Nullable;

/** An organisation on the other side, as its file in `mappings/partners` describes it. */
public record Partner(
        String id,
        Name name,
        Kind kind,
        Region region,
        @Nullable String utility,
        @Nullable String department,
        @Nullable Endpoint endpoint,
        Map<String, Grant> sends,
        Set<String> receives,
        Rate rate) {

    public record Name(String zh, String en) {}

    public enum Kind {
        APPROVAL_PLATFORM,
        DEPARTMENT,
        LICENCE_SERVICE,
        REGISTRY,
        POLICE,
        MARKET_REGULATOR,
        WINDOW,
        UTILITY,
        HOTLINE,
        SUPERVISOR,
        CHANNEL,
        GATEWAY
    }

    /** Leave to send one service; personal data only for these purposes. */
    public record Grant(String service, Set<String> purposes) {

        public boolean allows(@Nullable String purpose) {
            return purpose != null && purposes.contains(purpose);
        }
    }

    public record Rate(int perSecond, int burst) {}

    public Optional<Grant> grant(String service) {
        return Optional.ofNullable(sends.get(service));
    }

    public boolean receives(String service) {
        return endpoint != null && receives.contains(service);
    }

    public boolean actsFor(String regionCode) {
        return region.covers(regionCode);
    }
}
