package org.dianqiao.connector.front;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The front-end databases of all partners, and who of those that share one is its reader. */
@Component
class FrontDatabases {

    private static final String CODED = "project.code-assigned";
    private static final Comparator<Partner> PLATFORM_FIRST = Comparator.<Partner, Boolean>comparing(
                    partner -> partner.grant(CODED).isEmpty())
            .thenComparing(Partner::id);

    private final Watched<Partners> partners;
    private final FrontSettings settings;
    private final Map<String, FrontDatabase> databases = new ConcurrentHashMap<>();

    FrontDatabases(Watched<Partners> partners, FrontSettings settings) {
        this.partners = partners;
        this.settings = settings;
    }

    FrontDatabase of(String partner) {
        return databases.computeIfAbsent(partner, id -> new FrontDatabase(id, () -> endpoint(id), settings.timeout()));
    }

    Endpoint endpoint(String partner) {
        return partners.current().endpoint(partner);
    }

    /** One for each database: departments that work on one approval platform share its tables. */
    List<Partner> readers() {
        return partners.current().all().stream()
                .filter(FrontDatabases::hasDatabase)
                .filter(partner -> !partner.sends().isEmpty())
                .filter(partner -> reader(partner).equals(partner))
                .filter(FrontDatabases::isPlayedOrReal)
                .toList();
    }

    /** Who reads the database of this partner. */
    Partner reader(Partner partner) {
        return sharing(partner).stream()
                .filter(each -> !each.sends().isEmpty())
                .min(PLATFORM_FIRST)
                .orElse(partner);
    }

    String readerOf(String partner) {
        return reader(find(partner).orElseThrow()).id();
    }

    Optional<Partner> find(String partner) {
        return partners.current().find(partner);
    }

    /** Of partners that are gone, or have another transport now. */
    void letGo() {
        databases.forEach((partner, database) -> {
            if (!has(partner)) {
                database.close();
            }
        });
    }

    /** Still, and not moved to another transport. */
    boolean has(String partner) {
        return find(partner).filter(FrontDatabases::hasDatabase).isPresent();
    }

    private Collection<Partner> sharing(Partner partner) {
        Endpoint endpoint = Objects.requireNonNull(partner.endpoint());
        return partners.current().all().stream()
                .filter(FrontDatabases::hasDatabase)
                .filter(each -> Objects.requireNonNull(each.endpoint()).url().equals(endpoint.url()))
                .toList();
    }

    private static boolean hasDatabase(Partner partner) {
        return partner.endpoint() != null && partner.endpoint().transport() == Transport.DATABASE;
    }

    private static boolean isPlayedOrReal(Partner partner) {
        return Objects.requireNonNull(partner.endpoint()).credentials().secret().isShared();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        databases.values().forEach(FrontDatabase::close);
    }
}
