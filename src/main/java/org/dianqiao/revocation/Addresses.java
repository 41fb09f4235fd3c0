package org.dianqiao.revocation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.trust.ListPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where we can ask for a list. Directories (LDAP), which authorities name too, are not asked; that is told once. */
final class Addresses {

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    List<URI> of(ListPoint point) {
        return point.addresses().stream()
                .flatMap(address -> usable(address, point).stream())
                .toList();
    }

    private Optional<URI> usable(String address, ListPoint point) {
        Optional<URI> uri = parsed(address);
        if (uri.isEmpty() && told.add(address)) {
            log.info("No revocation list of {} is fetched from {}: not HTTP", point.authority(), printable(address));
        }
        return uri;
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null && isHttp(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String printable(String address) {
        return address.replaceAll("\\p{Cntrl}", " ");
    }
}
