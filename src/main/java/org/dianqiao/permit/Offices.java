package org.dianqiao.permit;

import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** Who acts in a place: its departments, and the utility that connects. */
@Component
class Offices {

    private final Watched<Partners> partners;

    Offices(Watched<Partners> partners) {
        this.partners = partners;
    }

    Optional<Partner> department(String code, String region) {
        return partners.current().nearest("permit.task-assigned", region, partner -> code.equals(partner.department()));
    }

    /** A utility that files for itself, else the one of the place that wants to know the results. */
    Optional<Partner> utility(Partner filer, String region) {
        return filer.kind() == Kind.UTILITY
                ? Optional.of(filer)
                : partners.current().nearest("permit.result", region, Offices::suppliesPower);
    }

    Optional<Partner> find(String id) {
        return partners.current().find(id);
    }

    private static boolean suppliesPower(Partner partner) {
        return partner.kind() == Kind.UTILITY
                && (partner.utility() == null || partner.utility().equals("electricity"));
    }
}
