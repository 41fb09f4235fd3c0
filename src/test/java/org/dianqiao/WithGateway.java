package org.dianqiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.Signatories;
import org.dianqiao.sandbox.TimestampAuthority;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tests that speak to a running gateway. One is started for all of them, with its own database, in a home of its own
 * whose files they may change; its partners are the sandbox's, the grid's counter is opened here.
 */
public abstract class WithGateway {

    protected static final Clock CLOCK = Clock.systemUTC();

    private static final Running RUNNING = Running.start();

    protected static URI gateway() {
        return RUNNING.url;
    }

    protected static Path home() {
        return RUNNING.home;
    }

    /** What the grid was told, oldest first. */
    protected static List<Incoming> gridHeard() {
        return RUNNING.gridHeard;
    }

    /** The grid's counter: its mood can be changed, and should be changed back. */
    protected static Counter gridCounter() {
        return RUNNING.gridCounter;
    }

    protected static Desk desk(String partner) {
        return new Desk(identity(partner), gateway(), RUNNING.signatories, CLOCK, 1);
    }

    protected static Identity identity(String partner) {
        try {
            return Identity.open(partner, home().resolve("data/sandbox/" + partner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static Signatories signatories() {
        return RUNNING.signatories;
    }

    protected static <T> T bean(Class<T> type) {
        return RUNNING.context.getBean(type);
    }

    /** The database with the gateway's own role. */
    protected static JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** By what it listens. */
    protected static WebServer server() {
        return ((ServletWebServerApplicationContext) RUNNING.context).getWebServer();
    }

    private record Running(
            Path home,
            URI url,
            ConfigurableApplicationContext context,
            Signatories signatories,
            Counter gridCounter,
            List<Incoming> gridHeard) {

        static Running start() {
            try {
                Path home = Homes.fresh();
                SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
                Signatories signatories = Signatories.pinned(home.resolve("data/sandbox/gateway.pem"));
                List<Incoming> heard = new CopyOnWriteArrayList<>();
                Counter counter = Counter.open(
                        new InetSocketAddress("127.0.0.1", 0),
                        Identity.open("grid.henan", home.resolve("data/sandbox/grid.henan")),
                        signatories,
                        heard::add,
                        CLOCK);
                Homes.point(home, "grid.henan", counter.endpoint());
                TimestampAuthority timestamps = TimestampAuthority.open(
                        new InetSocketAddress("127.0.0.1", 0), home.resolve("data/sandbox"), CLOCK);
                Drill.addTo(home);
                ConfigurableApplicationContext context = Serve.run(
                        "--dianqiao.home=" + home,
                        "--dianqiao.sandbox=keys",
                        "--server.port=0",
                        "--server.tomcat.connection-timeout=3s",
                        "--server.tomcat.keep-alive-timeout=1h",
                        "--dianqiao.delivery.timeout=4s",
                        "--dianqiao.delivery.first-retry=200ms",
                        "--dianqiao.delivery.longest-retry=1s",
                        "--dianqiao.lists.interval=500ms",
                        "--dianqiao.lists.still=500ms",
                        "--dianqiao.timestamps.authorities[0].url=" + timestamps.address(),
                        "--dianqiao.timestamps.interval=1s",
                        "--dianqiao.replies.largest-file=4MB",
                        "--dianqiao.replies.largest=24MB");
                int port = ((ServletWebServerApplicationContext) context)
                        .getWebServer()
                        .getPort();
                URI url = URI.create("http://127.0.0.1:" + port);
                return new Running(home, url, context, signatories, counter, heard);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
