package org.dianqiao.web.cases;

import java.util.Map;
import java.util.Optional;
import org.dianqiao.casework.Casefile;
import org.dianqiao.codes.Region;
import org.dianqiao.policy.Warnings.Colour;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases somebody wants to see. One that is looked for by its number is found whether it is open or not.
 *
 * @param number the case's own, its filing's or application's
 * @param colour `calm` for those of which nobody has been warned
 * @param partner who owes something in it
 * @param region a division's code; those within it count
 */
public record Sought(
        @Nullable String number,
        @Nullable String colour,
        @Nullable String kind,
        @Nullable String partner,
        @Nullable String region) {

    static final String NO_COLOUR = "calm";

    public Sought {
        number = number == null ? null : clean(TypedNumber.read(number));
        colour = rank(clean(colour)) < 0 ? null : clean(colour);
        kind = isKind(clean(kind)) ? clean(kind) : null;
        partner = clean(partner);
        region = clean(region);
    }

    public boolean any() {
        return number != null || colour != null || kind != null || partner != null || region != null;
    }

    /** 0 for none to 4 for red; below where it does not matter. */
    int rank() {
        return rank(colour);
    }

    /** Nothing where the text is no division's code. */
    Optional<Region> division() {
        return Optional.ofNullable(region)
                .filter(text -> !Region.check(text).isWrong())
                .map(Region::of);
    }

    public Sought of(@Nullable String otherColour) {
        return new Sought(number, otherColour, kind, partner, region);
    }

    /** Where a page stands that shows this. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        add(address, "number", number);
        add(address, "colour", colour);
        add(address, "kind", kind);
        add(address, "partner", partner);
        add(address, "region", region);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static int rank(@Nullable String colour) {
        for (Colour each : Colour.values()) {
            if (each.written().equals(colour)) {
                return each.rank();
            }
        }
        return NO_COLOUR.equals(colour) ? 0 : -1;
    }

    private static boolean isKind(@Nullable String word) {
        for (Casefile.Kind kind : Casefile.Kind.values()) {
            if (kind.written().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String clean(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip().replace("\0", "") : null;
    }
}
