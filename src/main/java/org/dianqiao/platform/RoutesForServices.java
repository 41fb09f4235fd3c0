package org.dianqiao.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.catalogue.Service.Provider;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** A service that can be sent needs a route that acts on it; Camel itself would notice with the first message. */
@Component
class RoutesForServices implements ApplicationRunner {

    private final CamelContext camel;
    private final Catalogue catalogue;
    private final Settings settings;

    RoutesForServices(CamelContext camel, Catalogue catalogue, Settings settings) {
        this.camel = camel;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> routes = camel.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .collect(Collectors.toSet());
        Path folder = settings.routes().resolve("services");
        List<Fault> faults = catalogue.all().stream()
                .filter(service -> service.provider() != Provider.OUTGOING)
                .map(Service::name)
                .filter(name -> !routes.contains("direct://" + name))
                .map(name -> new Fault(
                        folder.resolve(name + ".camel.yaml"),
                        "the catalogue has `" + name + "`, but no route is from direct:" + name))
                .toList();
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
    }
}
