package org.dianqiao.delivery;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;

/** Who answers a question: the partner of the place that it names, or of the asker's own region where it names none. */
final class Providers {

    private static final JsonPointer UNIT = JsonPointer.compile("/unitNo");

    private Providers() {}

    static Partner of(Message query, Partners partners) {
        String service = query.service().name();
        Predicate<Partner> meant = partner -> query.to() == null || partner.id().equals(query.to());
        Optional<Region> place = place(query);
        Region region = place.orElse(query.sender().region());
        return partners.nearest(service, region.text(), meant)
                .or(() -> place.isPresent() ? Optional.empty() : onlyOneWithin(query, partners, meant))
                .orElseThrow(() -> new Refused(Code.PROVIDER_FAILED, "没有可以答复服务 " + service + " 的单位。"));
    }

    /** The first place of the payload that says where what is asked about is; a unit's number says it where nothing else does. */
    private static Optional<Region> place(Message query) {
        return places(query)
                .flatMap(place -> spokenOf(query, place).stream())
                .findFirst()
                .or(() -> spokenOf(query, UNIT).map(county -> ofTheAsker(query, county)));
    }

    private static Optional<Region> spokenOf(Message query, JsonPointer place) {
        return Region.spokenOf(query.payload().at(place).asText(""));
    }

    private static Region ofTheAsker(Message query, Region county) {
        if (!query.sender().actsFor(county.text())) {
            throw new Refused(Code.NOT_PERMITTED, "贵单位不负责行政区划 " + county.text() + " 的业务。");
        }
        return county;
    }

    private static Stream<JsonPointer> places(Message query) {
        return query.service().regions().stream();
    }

    /** A province asks, and its cities have the registers: of one of them nobody needs to say which, of several they must. */
    private static Optional<Partner> onlyOneWithin(Message query, Partners partners, Predicate<Partner> meant) {
        Optional<JsonPointer> where = places(query).findFirst();
        if (where.isEmpty()) {
            return Optional.empty();
        }
        List<Partner> within = partners.all().stream()
                .filter(partner -> partner.receives(query.service().name()))
                .filter(partner -> query.sender().actsFor(partner.region().text()))
                .filter(meant)
                .toList();
        if (within.size() > 1) {
            throw Refused.violating(where.get().toString(), "贵单位所负责的地区内有多个单位可以答复，须写明向何处查询");
        }
        return within.stream().findFirst();
    }
}
