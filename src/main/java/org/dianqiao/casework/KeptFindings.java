package org.dianqiao.casework;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Findings, written down when an event brings them out. Whoever noted that event calls this, holding the case. */
@Component
public class KeptFindings {

    private final EventStore events;
    private final Findings findings;
    private final FindingStore store;
    private final Clock clock;

    KeptFindings(EventStore events, Findings findings, FindingStore store, Clock clock) {
        this.events = events;
        this.findings = findings;
        this.store = store;
        this.clock = clock;
    }

    /** As the timeline shows them; where what showed them is erased, as they were written down. */
    public List<Finding> of(Casefile file, List<Event> timeline) {
        return file.erasedAt() == null ? findings.of(file, timeline) : store.of(file.caseNo());
    }

    /** `file`: the case as it is now, after its events. */
    public void keep(Casefile file) {
        List<Finding> found = findings.of(file, events.of(file.caseNo()));
        if (!found.isEmpty()) {
            store.add(file.caseNo(), found, clock.instant());
        }
    }
}
