package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who will need a connection at a place, as far as it has been told.
 *
 * @param origin which conversation it came from first
 * @param projectCode absent as long as no project has one there
 * @param utility the partner who was told of it; absent where nobody acts for the region
 * @param state `assigned` (`hint` where nothing was asked for), then what the utility last answered, `formal` once supply is
 *     applied for, `merged` once it turned out to be another one
 * @param applicationNo with which it became formal
 * @param mergedInto the number of the lead that it turned out to be
 */
record Lead(
        String leadNo,
        Origin origin,
        @Nullable String projectCode,
        String regionCode,
        @Nullable String utility,
        String state,
        @Nullable String applicationNo,
        @Nullable String mergedInto,
        ToldOfLead told,
        Instant receivedAt) {

    static final String ASSIGNED = "assigned";
    static final String HINT = "hint";
    static final String FORMAL = "formal";
    static final String MERGED = "merged";

    private static final Set<String> UNTOUCHED = Set.of(ASSIGNED, HINT);

    static Lead of(
            String leadNo,
            Origin origin,
            @Nullable String projectCode,
            String regionCode,
            ToldOfLead told,
            Instant at) {
        return new Lead(leadNo, origin, projectCode, regionCode, null, ASSIGNED, null, null, told, at).telling(told);
    }

    /** Nobody told yet who builds and where; the region is what the code alone says. */
    boolean incomplete() {
        return told.tellers().isEmpty();
    }

    /** The utility has done nothing about it yet, nor anybody else. */
    boolean untouched() {
        return UNTOUCHED.contains(state);
    }

    /** Whether the utility owes it a word. */
    boolean waits() {
        return state.equals(ASSIGNED) && utility != null && told.withdrawn().isEmpty();
    }

    Lead telling(ToldOfLead more) {
        String no = more.application()
                .map(application -> application.path("applicationNo").asText())
                .orElse(applicationNo);
        return with(projectCode, more.region().orElse(regionCode), utility, stateOf(more, no), no, mergedInto, more);
    }

    Lead coded(String code) {
        return with(code, regionCode, utility, state, applicationNo, mergedInto, told);
    }

    Lead toldTo(String newUtility) {
        return with(projectCode, regionCode, newUtility, state, applicationNo, mergedInto, told);
    }

    /** What was told of it goes with it. */
    Lead mergedInto(Lead older) {
        return with(null, regionCode, utility, MERGED, null, older.leadNo, told);
    }

    /** This and a younger one are the same: this stays, with everything that was told of either. */
    Lead and(Lead younger) {
        return with(
                        Optional.ofNullable(projectCode).orElse(younger.projectCode),
                        regionCode,
                        Optional.ofNullable(utility).orElse(younger.utility),
                        untouched() ? younger.state : state,
                        Optional.ofNullable(applicationNo).orElse(younger.applicationNo),
                        null,
                        told)
                .telling(told.and(younger.told));
    }

    private String stateOf(ToldOfLead more, @Nullable String application) {
        if (application != null) {
            return FORMAL;
        }
        JsonNode last = more.answers().path(more.answers().size() - 1);
        if (last.has("state")) {
            return last.path("state").asText();
        }
        return untouched() ? more.isHint() ? HINT : ASSIGNED : state;
    }

    private Lead with(
            @Nullable String code,
            String region,
            @Nullable String itsUtility,
            String newState,
            @Nullable String application,
            @Nullable String into,
            ToldOfLead more) {
        return new Lead(leadNo, origin, code, region, itsUtility, newState, application, into, more, receivedAt);
    }
}
