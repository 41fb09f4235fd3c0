package org.dianqiao.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server of ours, below those from which systems take the ports of outgoing connections: so none of them
 * sits on it while the server is away, not even our own that tries to reach it.
 */
final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int BEHIND_HIGHEST = 32_000;

    private FreePort() {}

    static int choose() {
        int port = ThreadLocalRandom.current().nextInt(LOWEST, BEHIND_HIGHEST);
        return isFree(port) ? port : choose();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
