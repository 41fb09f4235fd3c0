package org.dianqiao.lead;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The case that each lead has: its timeline, and until when the utility owes it a first word. It is open as long as that is
 * owed. What is noted there are codes and numbers only: what was told stands with the lead, and is erased with it.
 */
@Component
class LeadCases {

    private static final String RULE = "dianqiao.leads.untouched";
    private static final String OWED = "lead.answered";
    private static final Wording TITLE = new Wording("线索首次答复", "first word about the lead");

    private final Cases cases;
    private final Deadlines deadlines;
    private final LeadSettings settings;

    LeadCases(Cases cases, Deadlines deadlines, LeadSettings settings) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** Its number is the lead's. `thread`: what its messages bear; else that number. */
    Casefile begin(String regionCode, @Nullable String thread, Instant now) {
        return cases.begin(Kind.LEAD, regionCode, thread, Lead.ASSIGNED, now);
    }

    void add(Casefile fresh, Lead lead, List<Event> happened, Instant now) {
        Casefile file = fresh.lying(lead.regionCode(), lead.utility()).in(lead.state(), lead.waits());
        cases.open(file, happened, lead.waits() ? List.of(owed(file, lead, now)) : List.of());
    }

    Casefile hold(Lead lead) {
        return cases.hold(lead.leadNo()).orElseThrow();
    }

    void change(Casefile before, Lead lead, List<Event> happened, Instant now) {
        Casefile file = settled(before, lead).in(lead.state(), lead.waits());
        cases.save(file);
        cases.note(file, happened);
        if (!lead.waits()) {
            deadlines.change(file, any -> true, owed -> owed.met(now));
        } else {
            owe(file, lead, now);
        }
    }

    /** A lead that rested and waits again is owed a word from now on. */
    private void owe(Casefile file, Lead lead, Instant now) {
        List<Deadline> known = deadlines.of(file.caseNo());
        if (known.isEmpty()) {
            deadlines.set(file, List.of(owed(file, lead, now)));
        } else {
            deadlines.renew(file, known, now);
        }
    }

    private Casefile settled(Casefile file, Lead lead) {
        boolean there = file.regionCode().equals(lead.regionCode()) && Objects.equals(file.utility(), lead.utility());
        return there ? file : cases.settle(file, lead.regionCode(), lead.utility());
    }

    private Deadline owed(Casefile file, Lead lead, Instant now) {
        return Deadline.of(
                file.caseNo(),
                OWED,
                TITLE,
                Side.LEAD,
                Objects.requireNonNull(lead.utility()),
                RULE,
                now,
                settings.untouched());
    }
}
