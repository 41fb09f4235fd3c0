package org.dianqiao.lead;

import org.dianqiao.codes.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody wants to see.
 *
 * @param number the lead's own, that of one that was merged into it, its project's or its application's
 * @param state `withdrawn` where the project is, whatever the utility answered; else how the lead stands
 * @param region a division; those within it count
 */
public record Wanted(
        @Nullable String number,
        @Nullable String state,
        @Nullable Region region) {

    public static final String WITHDRAWN = "withdrawn";

    boolean withdrawn() {
        return WITHDRAWN.equals(state);
    }

    String first() {
        return region == null ? "" : region.first();
    }

    String last() {
        return region == null ? "" : region.last();
    }
}
