package org.dianqiao.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as pages show it.
 *
 * @param words those of lead.lookup, not masked
 * @param erased whether what was told of it is gone
 */
public record Seen(
        String leadNo,
        @Nullable String projectCode,
        String regionCode,
        @Nullable String utility,
        String state,
        @Nullable String applicationNo,
        List<Origin> origins,
        Instant receivedAt,
        ObjectNode words,
        boolean erased) {

    static Seen of(Lead lead) {
        return new Seen(
                lead.leadNo(),
                lead.projectCode(),
                lead.regionCode(),
                lead.utility(),
                lead.state(),
                lead.applicationNo(),
                lead.told().origins().isEmpty()
                        ? List.of(lead.origin())
                        : lead.told().origins(),
                lead.receivedAt(),
                Leads.lookedUp(lead),
                lead.told().origins().isEmpty());
    }
}
