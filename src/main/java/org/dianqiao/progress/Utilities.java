package org.dianqiao.progress;

import java.util.Optional;
import org.dianqiao.exchange.Message;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** Who supplies power where. */
@Component
class Utilities {

    private static final String APPLIED = "supply.applied";

    private final Watched<Partners> partners;

    Utilities(Watched<Partners> partners) {
        this.partners = partners;
    }

    /** Of an application: the utility that sent it, else the one it is meant for, else the nearest. */
    Optional<Partner> of(Message message) {
        if (suppliesPower(message.sender())) {
            return Optional.of(message.sender());
        }
        String region = message.payload().at("/site/regionCode").asText();
        String wanted = message.to();
        return partners.current()
                .nearest(
                        APPLIED,
                        region,
                        partner -> suppliesPower(partner)
                                && (wanted == null || partner.id().equals(wanted)));
    }

    /** As a sentence names a partner; one that is gone, by its id. */
    String called(String id) {
        return partners.current().find(id).map(partner -> partner.name().zh()).orElse(id);
    }

    private static boolean suppliesPower(Partner partner) {
        return partner.kind() == Kind.UTILITY
                && (partner.utility() == null || partner.utility().equals("electricity"));
    }
}
