package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** What a simulated partner needs to take part: its keys, the way to the gateway, its own address. */
record Post(Identity identity, Signatories gatewaySignatories, URI gateway, InetSocketAddress address, Clock clock) {

    static Post of(String partner, Path sandboxFolder, URI gateway, int port, Clock clock) throws IOException {
        return new Post(
                Identity.open(partner, sandboxFolder.resolve(partner)),
                Signatories.pinned(sandboxFolder.resolve("gateway.pem")),
                gateway,
                new InetSocketAddress("127.0.0.1", port),
                clock);
    }

    Desk desk() {
        return new Desk(identity, gateway, gatewaySignatories, clock);
    }

    /** A desk that tries so often before it gives up. */
    Desk desk(int attempts) {
        return new Desk(identity, gateway, gatewaySignatories, clock, attempts);
    }

    Counter counter(Clerk clerk) throws IOException {
        return Counter.open(address, identity, gatewaySignatories, clerk, clock);
    }
}
