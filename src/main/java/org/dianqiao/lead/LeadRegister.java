package org.dianqiao.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of leads 线索台账, for those who look at it; nothing is changed here. */
@Component
public class LeadRegister {

    private final LeadStore leads;
    private final RegisterStore store;

    LeadRegister(LeadStore leads, RegisterStore store) {
        this.leads = leads;
        this.store = store;
    }

    /** How many there are in one district, of one state, which is `withdrawn` where their projects are. */
    public record Tally(String regionCode, String state, long leads) {}

    /** Where leads of one state lie, as they are counted, to about a kilometre; `leadNo` one of them. */
    public record Place(BigDecimal lon, BigDecimal lat, String regionCode, String state, long leads, String leadNo) {}

    /** Where a page ends, so that the next one begins behind it. */
    public record Mark(Instant receivedAt, String leadNo) {}

    /** The one that it is now, if it was merged. */
    public Optional<Seen> find(String leadNo) {
        return leads.byNo(leadNo)
                .map(lead -> Seen.of(lead, lead.told().withdrawn().isPresent()));
    }

    /** By the codes of their projects. */
    public Map<String, String> numbers(Collection<String> projectCodes) {
        return store.numbers(projectCodes);
    }

    /** The newest first. */
    public List<Seen> page(Wanted wanted, @Nullable Mark after, int most) {
        return store.page(wanted, after, most);
    }

    public List<Tally> tallies(Wanted wanted) {
        return store.tallies(wanted);
    }

    /** Where most of them lie first; nowhere that cannot be in China. */
    public List<Place> places(Wanted wanted, int most) {
        return store.places(wanted, most);
    }

    /** Of how many the coordinates cannot be in China: two were exchanged, or nobody knew them. */
    public long astray(Wanted wanted) {
        return store.astray(wanted);
    }
}
