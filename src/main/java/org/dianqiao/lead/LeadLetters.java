package org.dianqiao.lead;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.dianqiao.casework.Event;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom leads are told, and telling them. */
@Component
class LeadLetters {

    private static final String ASSIGNED = "lead.assigned";

    private final Outbox outbox;
    private final Watched<Partners> partners;

    LeadLetters(Outbox outbox, Watched<Partners> partners) {
        this.outbox = outbox;
        this.partners = partners;
    }

    /** A lead stays with the utility that was told. `wanted`: whom the message is meant for. */
    Lead route(Lead lead, @Nullable String wanted) {
        if (lead.utility() != null) {
            return lead;
        }
        return partners.current()
                .nearest(
                        ASSIGNED,
                        lead.regionCode(),
                        partner -> suppliesPower(partner)
                                && (wanted == null || partner.id().equals(wanted)))
                .map(utility -> lead.toldTo(utility.id()))
                .orElse(lead);
    }

    boolean suppliesPower(@Nullable String partner, String regionCode) {
        return Optional.ofNullable(partner)
                .flatMap(partners.current()::find)
                .filter(LeadLetters::suppliesPower)
                .filter(utility -> utility.actsFor(regionCode))
                .isPresent();
    }

    private static boolean suppliesPower(Partner partner) {
        return partner.kind() == Kind.UTILITY
                && (partner.utility() == null || partner.utility().equals("electricity"));
    }

    /** What the timeline says of it. Where there is nobody to tell, an operator knows. */
    Optional<Event> say(Lead lead, String thread, Instant now) {
        byte[] words = Leads.assigned(lead).toString().getBytes(StandardCharsets.UTF_8);
        Optional<Partner> utility = Optional.ofNullable(lead.utility()).flatMap(partners.current()::find);
        if (utility.isEmpty()) {
            outbox.sayToNobody(ASSIGNED, thread, words, "没有单位接收行政区划 " + lead.regionCode() + " 的线索");
        }
        return utility.map(partner -> Event.sent(
                now,
                ASSIGNED,
                null,
                outbox.say(ASSIGNED, partner, thread, words),
                Event.nothingMore().put("to", partner.id())));
    }
}
