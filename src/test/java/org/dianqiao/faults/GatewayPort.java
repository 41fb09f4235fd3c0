package org.dianqiao.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a gateway, none of those that outgoing connections get: while the gateway is away, whoever looks for it must
 * not sit there. Nor one that its database may take before it, or a gateway of the tests that run beside these.
 */
final class GatewayPort {

    private static final int LOWEST = 10_000;
    private static final int OF_ONE_FORK = 1_000;
    private static final int FORKS = 5;

    private GatewayPort() {}

    static int choose() {
        int lowest = LOWEST + Integer.getInteger("dianqiao.fork", 0) % FORKS * OF_ONE_FORK;
        int port = ThreadLocalRandom.current().nextInt(lowest, lowest + OF_ONE_FORK);
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return choose();
        }
    }
}
