package org.dianqiao.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as pages show it.
 *
 * @param withdrawn whether its project is
 * @param words those of lead.lookup, not masked
 * @param erased whether what was told of it is gone
 */
public record Seen(
        String leadNo,
        @Nullable String projectCode,
        String regionCode,
        @Nullable String utility,
        String state,
        boolean withdrawn,
        @Nullable String applicationNo,
        List<Origin> origins,
        Instant receivedAt,
        ObjectNode words,
        boolean erased) {

    /** As it is counted. */
    public String standing() {
        return withdrawn ? Wanted.WITHDRAWN : state;
    }

    static Seen of(Lead lead, boolean withdrawn) {
        return new Seen(
                lead.leadNo(),
                lead.projectCode(),
                lead.regionCode(),
                lead.utility(),
                lead.state(),
                withdrawn,
                lead.applicationNo(),
                lead.told().origins().isEmpty()
                        ? List.of(lead.origin())
                        : lead.told().origins(),
                lead.receivedAt(),
                Leads.lookedUp(lead),
                lead.told().origins().isEmpty());
    }
}
