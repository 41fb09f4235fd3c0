package org.dianqiao.web.leads;

import java.util.List;
import org.dianqiao.codes.Region;
import org.dianqiao.lead.Wanted;
import org.dianqiao.web.console.PageAddress;
import org.dianqiao.web.console.Written;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody wants to see, as the page's address says it.
 *
 * @param region a division's code or its name
 */
public record Sought(
        @Nullable String number,
        @Nullable String state,
        @Nullable String region) {

    /** In the order of a lead's way. */
    static final List<String> STATES =
            List.of("assigned", "accepted", "contacted", "reserved", "formal", "declined", Wanted.WITHDRAWN, "hint");

    public Sought {
        number = Written.sought(number);
        state = STATES.contains(String.valueOf(Written.sought(state))) ? Written.sought(state) : null;
        region = Written.sought(region);
    }

    public boolean any() {
        return number != null || state != null || region != null;
    }

    public Sought in(@Nullable String otherState) {
        return new Sought(number, otherState, region);
    }

    public Sought at(@Nullable String otherRegion) {
        return new Sought(number, state, otherRegion);
    }

    Wanted wanted(@Nullable Region division) {
        return new Wanted(number, state, division);
    }

    /** Where a page stands that shows this. */
    public String address() {
        return PageAddress.of("/leads")
                .with("number", number)
                .with("state", state)
                .with("region", region)
                .text();
    }
}
