package org.dianqiao.web.leads;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Masking;
import org.dianqiao.codes.Region;
import org.dianqiao.files.Watched;
import org.dianqiao.lead.LeadRegister;
import org.dianqiao.lead.LeadRegister.Mark;
import org.dianqiao.lead.Seen;
import org.dianqiao.lead.Wanted;
import org.dianqiao.web.cases.CaseWording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the register together. */
@Component
class Registers {

    private static final int ROWS = 50;
    private static final String BETWEEN = "~";

    private final LeadRegister leads;
    private final Watched<CodeTables> tables;
    private final CaseWording words;

    Registers(LeadRegister leads, Watched<CodeTables> tables, CaseWording words) {
        this.leads = leads;
        this.tables = tables;
        this.words = words;
    }

    /** Of a place that nobody knows there is nothing. */
    Register of(Sought sought, @Nullable String after) {
        Region division = sought.region() == null ? null : division(sought);
        if (sought.region() != null && division == null) {
            return new Register(sought, List.of(), Chart.of(List.of(), 0, words::district), List.of(), true, null);
        }
        Wanted wanted = sought.wanted(division);
        Mark mark = mark(after);
        List<Seen> found = leads.page(wanted, mark, ROWS + 1);
        List<Seen> shown = found.subList(0, Math.min(ROWS, found.size()));
        return new Register(
                sought,
                leads.tallies(sought.in(null).wanted(division)),
                Chart.of(leads.places(wanted, Chart.MOST + 1), leads.astray(wanted), words::district),
                shown.stream()
                        .map(each -> new Register.Row(each, Masking.json(each.words())))
                        .toList(),
                mark == null,
                found.size() > ROWS ? written(shown.get(ROWS - 1)) : null);
    }

    private @Nullable Region division(Sought sought) {
        return tables.current()
                .divisions()
                .meant(String.valueOf(sought.region()))
                .orElse(null);
    }

    private static String written(Seen last) {
        return last.receivedAt() + BETWEEN + last.leadNo();
    }

    /** Nothing where somebody has changed it: the register begins at its beginning. */
    private static @Nullable Mark mark(@Nullable String written) {
        String[] parts = String.valueOf(written).replace("\0", "").split(BETWEEN, 2);
        try {
            return parts.length == 2 ? new Mark(Instant.parse(parts[0]), parts[1]) : null;
        } catch (DateTimeException changed) {
            return null;
        }
    }
}
