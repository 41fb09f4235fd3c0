package org.dianqiao.web.leads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianqiao.lead.LeadRegister.Tally;
import org.dianqiao.lead.Seen;
import org.jspecify.annotations.Nullable;

/**
 * The register as one page shows it.
 *
 * @param tallies of the region that is sought, whichever state
 * @param next where the next page begins, if there is one
 */
public record Register(
        Sought sought,
        List<Tally> tallies,
        Chart chart,
        List<Row> rows,
        boolean first,
        @Nullable String next) {

    /**
     * One lead.
     *
     * @param words masked
     */
    public record Row(Seen lead, JsonNode words) {

        /** The project's name; where there is none yet, the owner's. */
        public String title() {
            return words.path("projectName").asText(owner());
        }

        public String owner() {
            return words.at("/owner/name").asText();
        }
    }

    /** How many there are in a district, state by state. */
    public record District(String regionCode, Map<String, Long> states) {

        public long leads() {
            return states.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public long of(String state) {
        return tallies.stream()
                .filter(each -> each.state().equals(state))
                .mapToLong(Tally::leads)
                .sum();
    }

    public long leads() {
        return sought.state() == null ? tallies.stream().mapToLong(Tally::leads).sum() : of(sought.state());
    }

    /** Those with the most first. */
    public List<District> districts() {
        Map<String, Map<String, Long>> districts = new TreeMap<>();
        tallies.stream()
                .filter(each -> sought.state() == null || each.state().equals(sought.state()))
                .forEach(each -> districts
                        .computeIfAbsent(
                                each.regionCode(), any -> new TreeMap<>(Comparator.comparing(Sought.STATES::indexOf)))
                        .merge(each.state(), each.leads(), Long::sum));
        return districts.entrySet().stream()
                .map(each -> new District(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(District::leads).reversed().thenComparing(District::regionCode))
                .toList();
    }
}
