package org.dianqiao.web.guide;

import org.dianqiao.policy.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A question to a pack and its answer.
 *
 * @param decision about the path; none where that was not asked, or not possible
 * @param owed about the utility, likewise
 */
public record Enquiry(
        Form form, @Nullable Decision decision, @Nullable Owed owed) {

    /** No pack speaks for that day. */
    public boolean silent() {
        return form.asked() && !form.impossible() && decision == null && owed == null;
    }
}
