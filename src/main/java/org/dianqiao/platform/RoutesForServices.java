package org.dianqiao.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.catalogue.Service.Provider;
import org.dianqiao.delivery.Ways;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * A service that can be sent needs a route that acts on it, and a partner with a dialect one for each service that it
 * receives; Camel itself would notice with the first message.
 */
@Component
class RoutesForServices implements ApplicationRunner {

    private final CamelContext camel;
    private final Catalogue catalogue;
    private final Watched<Partners> partners;
    private final Settings settings;

    RoutesForServices(CamelContext camel, Catalogue catalogue, Watched<Partners> partners, Settings settings) {
        this.camel = camel;
        this.catalogue = catalogue;
        this.partners = partners;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> routes = camel.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .collect(Collectors.toSet());
        List<Fault> faults = Stream.concat(unserved(routes), unspoken(routes)).toList();
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
    }

    private Stream<Fault> unserved(Set<String> routes) {
        Path folder = settings.routes().resolve("services");
        return catalogue.all().stream()
                .filter(service -> service.provider() != Provider.OUTGOING)
                .map(Service::name)
                .filter(name -> !routes.contains("direct://" + name))
                .map(name -> new Fault(
                        folder.resolve(name + ".camel.yaml"),
                        "the catalogue has `" + name + "`, but no route is from direct:" + name));
    }

    private Stream<Fault> unspoken(Set<String> routes) {
        return partners.current().all().stream().flatMap(partner -> unspoken(partner, routes));
    }

    private Stream<Fault> unspoken(Partner partner, Set<String> routes) {
        Endpoint endpoint = partner.endpoint();
        if (endpoint == null || endpoint.transport() == Transport.NATIVE) {
            return Stream.empty();
        }
        Path file = settings.mappings().resolve("partners").resolve(partner.id() + ".yaml");
        return Stream.concat(
                        fetched(partner, endpoint), partner.receives().stream().sorted())
                .map(service -> Ways.of(endpoint, service))
                .filter(way -> !routes.contains("direct://" + way))
                .map(way ->
                        new Fault(file, "its dialect has no route for what it exchanges: none is from direct:" + way));
    }

    /** What it says is fetched by a route of its own. */
    private static Stream<String> fetched(Partner partner, Endpoint endpoint) {
        boolean read =
                endpoint.transport() == Transport.DATABASE && !partner.sends().isEmpty();
        return Stream.concat(
                endpoint.isFolder() ? Stream.of("list") : Stream.empty(), read ? Stream.of("read") : Stream.empty());
    }
}
