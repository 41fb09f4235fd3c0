package org.dianqiao.web.console;

import java.time.Instant;
import org.dianqiao.exchange.AttestedSides;
import org.jspecify.annotations.Nullable;

/**
 * One ledger entry in a list.
 *
 * @param held whether a legal hold rests on its case
 */
public record Row(
        String id,
        Instant at,
        String direction,
        String partner,
        String messageId,
        String kind,
        String service,
        String outcome,
        @Nullable String caseId,
        boolean held,
        AttestedSides attested) {

    public boolean incoming() {
        return direction.equals("in");
    }

    public Fate fate() {
        return Fate.of(outcome);
    }
}
