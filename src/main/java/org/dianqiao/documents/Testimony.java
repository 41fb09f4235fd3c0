package org.dianqiao.documents;

import org.jspecify.annotations.Nullable;

/**
 * What a register's answer means for a paper.
 *
 * @param against whether it speaks against the paper, so that no other proof of it counts
 * @param reason why, or what there is to know of what it proves
 */
record Testimony(Verdict verdict, boolean against, @Nullable String reason) {

    static Testimony of(Verdict verdict) {
        return new Testimony(verdict, false, null);
    }

    static Testimony proving(@Nullable String warning) {
        return new Testimony(Verdict.OBTAINED, false, warning);
    }

    static Testimony against(Verdict verdict, String reason) {
        return new Testimony(verdict, true, reason);
    }
}
