package org.dianqiao.sandbox.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where a simulator is called. Its faults stand between what it does and what the caller gets. */
public final class Door implements AutoCloseable {

    static {
        // Read once by the JDK's server: without it each answer waits for the caller's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Faults faults;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("outside"));

    /** What happens behind the door. */
    public interface Answering {
        Reply to(Asked asked);
    }

    private Door(HttpServer server, Faults faults) {
        this.server = server;
        this.faults = faults;
    }

    /** Opened on this address, port 0 taking any; nothing answers before it is started. */
    public static Door at(InetSocketAddress address, Faults faults) throws IOException {
        try {
            Door door = new Door(HttpServer.create(address, 0), faults);
            door.server.setExecutor(door.threads);
            return door;
        } catch (BindException e) {
            throw new IOException("another program listens on " + address, e);
        }
    }

    /** All paths that begin so, and those faults that may happen there. */
    public Door answer(String path, Set<Fault> possible, Answering answering) {
        Delivery delivery = new Delivery(faults.among(possible), closing);
        server.createContext(path, exchange -> serve(exchange, delivery, answering));
        return this;
    }

    public Door start() {
        server.start();
        return this;
    }

    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Delivery delivery, Answering answering) throws IOException {
        try (exchange) {
            Reply reply = answering.to(Asked.of(exchange));
            delivery.deliver(reply, exchange);
        }
    }
}
