package org.dianqiao.casework;

import java.util.List;
import java.util.Objects;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** The further partners as which a utility speaks 同一供电企业的其他系统: of its trade, and for exactly its region. */
@Component
class Sisters {

    static final String POWER = "electricity";

    private final Watched<Partners> partners;

    Sisters(Watched<Partners> partners) {
        this.partners = partners;
    }

    /** Without itself. */
    List<String> of(String utility) {
        Partners all = partners.current();
        return all.find(utility).stream()
                .flatMap(one -> all.all().stream().filter(other -> areSisters(one, other)))
                .map(Partner::id)
                .toList();
    }

    private static boolean areSisters(Partner one, Partner other) {
        return !one.id().equals(other.id())
                && one.kind() == Kind.UTILITY
                && other.kind() == Kind.UTILITY
                && one.region().equals(other.region())
                && trade(one).equals(trade(other));
    }

    /** As everywhere, one that names no trade supplies power. */
    static String trade(Partner utility) {
        return Objects.requireNonNullElse(utility.utility(), POWER);
    }
}
