package org.dianqiao.web.cases;

import java.util.Optional;
import org.dianqiao.casework.Casefile;
import org.dianqiao.codes.Region;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.web.console.PageAddress;
import org.dianqiao.web.console.Written;
import org.jspecify.annotations.Nullable;

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
        number = number == null ? null : Written.sought(TypedNumber.read(number));
        colour = rank(Written.sought(colour)) < 0 ? null : Written.sought(colour);
        kind = isKind(Written.sought(kind)) ? Written.sought(kind) : null;
        partner = Written.sought(partner);
        region = Written.sought(region);
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
        return PageAddress.of("/cases")
                .with("number", number)
                .with("colour", colour)
                .with("kind", kind)
                .with("partner", partner)
                .with("region", region)
                .text();
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
}
