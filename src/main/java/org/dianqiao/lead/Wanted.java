package org.dianqiao.lead;

import org.dianqiao.codes.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody wants to see.
 *
 * @param number the lead's own, that of one that was merged into it, its project's or its application's
 * @param region a division; those within it count
 */
public record Wanted(
        @Nullable String number,
        @Nullable String state,
        @Nullable Region region) {

    String first() {
        return region == null || region.depth() == 0 ? "000000" : region.text();
    }

    /** The greatest code that can lie in it. */
    String last() {
        return region == null
                ? "999999"
                : region.text().substring(0, region.depth() * 2) + "9".repeat(6 - region.depth() * 2);
    }
}
