package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project that will need a connection, as far as it has been told.
 *
 * @param leadNo empty until it is kept for the first time
 * @param origin which conversation it came from
 * @param utility the partner who was told of it; absent where nobody acts for the region
 * @param state `assigned`, then what the utility last answered
 * @param details project name, owner, site, demand and so on, in the words of lead.assigned
 * @param milestones what the approval platform told of it since, oldest first
 * @param answers what the utility answered, oldest first
 * @param withdrawn reason and time, once the project was withdrawn
 */
record Lead(
        String leadNo,
        String origin,
        String projectCode,
        String regionCode,
        @Nullable String utility,
        String state,
        ObjectNode details,
        ArrayNode milestones,
        ArrayNode answers,
        @Nullable JsonNode withdrawn,
        Instant receivedAt) {

    static final String ASSIGNED = "assigned";

    Lead numbered(String number) {
        return new Lead(
                number,
                origin,
                projectCode,
                regionCode,
                utility,
                state,
                details,
                milestones,
                answers,
                withdrawn,
                receivedAt);
    }

    /** Nobody told yet who builds and where; the region is what the code alone says. */
    boolean incomplete() {
        return details.has("incomplete");
    }

    Lead with(String otherRegion, ObjectNode otherDetails) {
        return new Lead(
                leadNo,
                origin,
                projectCode,
                otherRegion,
                utility,
                state,
                otherDetails,
                milestones,
                answers,
                withdrawn,
                receivedAt);
    }

    Lead withMilestones(ArrayNode more) {
        return new Lead(
                leadNo, origin, projectCode, regionCode, utility, state, details, more, answers, withdrawn, receivedAt);
    }

    Lead withdrawnBecause(JsonNode why) {
        return new Lead(
                leadNo, origin, projectCode, regionCode, utility, state, details, milestones, answers, why, receivedAt);
    }

    Lead answered(String newState, ArrayNode more) {
        return new Lead(
                leadNo,
                origin,
                projectCode,
                regionCode,
                utility,
                newState,
                details,
                milestones,
                more,
                withdrawn,
                receivedAt);
    }

    Lead told(String newUtility) {
        return new Lead(
                leadNo,
                origin,
                projectCode,
                regionCode,
                newUtility,
                state,
                details,
                milestones,
                answers,
                withdrawn,
                receivedAt);
    }
}
