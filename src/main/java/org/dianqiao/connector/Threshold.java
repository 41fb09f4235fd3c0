package org.dianqiao.connector;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Places;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;

/**
 * Where they wait who sign within the body, until it has come and is proven.
 *
 * <p>The danger is who begins a body and does not go on with it: he needs to prove nothing, and a few dozen of him would
 * keep the partner out in whose name they come. So a partner has places of its own where it is at home: at the address of
 * its system, and wherever something came from lately that was proven. Only who sends from there can take them.
 */
final class Threshold {

    /** Each holds a thread: more than a partner needs, and not all that there are. */
    private static final int STRANGERS = 64;

    private static final int AT_HOME = 8;
    private static final int HOMES = 16;

    private final Places strangers = new Places(STRANGERS);
    private final Places atHome = new Places(AT_HOME);
    private final Map<String, Set<String>> homes = new ConcurrentHashMap<>();

    /** One place, until it is closed; absent: all are taken. */
    Optional<Held> take(Partner partner, String address) {
        return isAtHome(partner, address)
                ? atHome.take(partner.id()).or(() -> strangers.take(partner.id()))
                : strangers.take(partner.id());
    }

    private boolean isAtHome(Partner partner, String address) {
        Endpoint endpoint = Objects.requireNonNull(partner.endpoint());
        return address.equals(endpoint.url().getHost())
                || homes.getOrDefault(partner.id(), Set.of()).contains(address);
    }

    /** Something came from there that was proven to be the partner's. */
    void proven(Partner partner, String address) {
        Set<String> known =
                homes.computeIfAbsent(partner.id(), id -> Collections.synchronizedSet(new LinkedHashSet<>()));
        synchronized (known) {
            known.remove(address);
            known.add(address);
            if (known.size() > HOMES) {
                known.remove(known.iterator().next());
            }
        }
    }
}
