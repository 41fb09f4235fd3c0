package org.dianqiao.documents;

import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Body;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.OnBehalf;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Policies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What `routes/services/documents.check.camel.yaml` calls. */
@Component
public class DocumentSteps {

    private static final Logger log = LoggerFactory.getLogger(DocumentSteps.class);

    private final Watched<Policies> policies;
    private final Witnesses witnesses;
    private final Lookups lookups;
    private final OnBehalf onBehalf;

    DocumentSteps(Watched<Policies> policies, Witnesses witnesses, Lookups lookups, OnBehalf onBehalf) {
        this.policies = policies;
        this.witnesses = witnesses;
        this.lookups = lookups;
        this.onBehalf = onBehalf;
    }

    /** First what may be asked at all, then what of it is known already. */
    public Replied check(@Body Message query) {
        Enquiry enquiry = new Enquiry(query.payload());
        LocalDate day = WorkingDays.dayOf(query.receivedAt());
        Allowance allowance = policies.current()
                .of(enquiry.region(), day)
                .map(book -> Allowance.of(book, enquiry, day))
                .orElseThrow(() -> Refused.violating("/regionCode", "没有当日生效的策略包"));
        List<Looked> looked = lookups.of(
                witnesses.lookups(enquiry, allowance.required()),
                lookup -> onBehalf.ask(query, lookup.service(), lookup.payload()));
        Conclusion conclusion = Conclusion.draw(allowance, enquiry, looked, day);
        tell(query, conclusion);
        return Replied.json(ConclusionJson.of(conclusion));
    }

    private static void tell(Message query, Conclusion conclusion) {
        log.info(
                "{} {} {}: {}, of {} {} obtained, {} missing",
                query.sender().id(),
                query.service().name(),
                query.manifest().id(),
                conclusion.mode().written(),
                conclusion.required(),
                conclusion.obtained().keySet(),
                conclusion.missing());
    }
}
