package org.dianqiao.web.leads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.codes.Region;
import org.dianqiao.lead.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

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
            List.of("assigned", "accepted", "contacted", "reserved", "formal", "declined", "hint");

    public Sought {
        number = clean(number);
        state = STATES.contains(String.valueOf(clean(state))) ? clean(state) : null;
        region = clean(region);
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

    Optional<Region> division() {
        return Optional.ofNullable(region)
                .filter(text -> !Region.check(text).isWrong())
                .map(Region::of);
    }

    /** Where a page stands that shows this. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/leads");
        add(address, "number", number);
        add(address, "state", state);
        add(address, "region", region);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip().replace("\0", "") : null;
    }
}
