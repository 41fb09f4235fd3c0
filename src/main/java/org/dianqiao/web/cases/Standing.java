package org.dianqiao.web.cases;

import java.time.Instant;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.policy.Warnings.Colour;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands, as lists show it: nothing of what was told in it.
 *
 * @param rank of its strongest warning that still matters: 0 for none to 4 for red
 * @param due what is due next
 */
public record Standing(
        String caseNo,
        Kind kind,
        String number,
        String regionCode,
        String state,
        boolean open,
        Instant openedAt,
        int rank,
        @Nullable Instant due) {

    public String colour() {
        return Colour.ranked(rank).map(Colour::written).orElse(Sought.NO_COLOUR);
    }

    PageEnd pageEnd() {
        return new PageEnd(rank, due, caseNo);
    }
}
