package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.connector.wssecurity.Supplier;
import org.junit.jupiter.api.Test;

/** A system that wants to see a certificate of ours is shown the one that its file names, and no other. */
class ClientCertificatesTest extends WithMarketing {

    private static final String PASSWORD = "TESTPASSWORD0123456789";
    private static final String NEIGHBOUR = "grid.changqing";
    private static final Supplier THEIRS = Supplier.server("marketing.jinan");
    private static final Supplier OURS = Supplier.elliptic("gateway");
    private static final Supplier OURS_TO_THE_NEIGHBOUR = Supplier.elliptic("gateway of changqing");

    private Supplier shown = OURS;

    private PlayedMarketing wants(Supplier... registered) throws IOException {
        PlayedMarketing played = new PlayedMarketing(WantingCertificates.server(THEIRS, registered));
        open.add(played);
        register(played.address());
        return played.says("00000");
    }

    @Override
    protected String spokenTo(URI system) throws IOException {
        return super.spokenTo(system).strip() + ", " + tls("marketing-tls", shown);
    }

    private static String tls(String name, Supplier shown) throws IOException {
        keep("secrets/" + name, (PASSWORD + "\n").getBytes());
        keep("secrets/" + name + ".p12", shown.keystore(PASSWORD));
        keep("certs/systems/marketing.pem", THEIRS.pem().getBytes());
        return """
            tls: { keystore: secrets/%s.p12, secret: "file:secrets/%s", authorities: certs/systems/marketing.pem }\
            """.formatted(name, name);
    }

    private static void keep(String path, byte[] content) throws IOException {
        Path file = home().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void areShownToWhoWantsOne() throws IOException {
        PlayedMarketing system = wants(OURS);
        awaitEnd(applied(), "delivered");
        assertThat(system.shown()).containsExactly("CN=gateway");
    }

    @Test
    void areNotSharedByTwoWhoHaveOneAddress() throws IOException {
        PlayedMarketing system = wants(OURS, OURS_TO_THE_NEIGHBOUR);
        describe(NEIGHBOUR, """
            kind: utility
            region: "370113"
            utility: electricity
            endpoint: { dialect: marketing, transport: rest, url: "%s/esb/transformation", signature: bearer, \
            secret: "file:secrets/marketing", %s }
            sends: [ { service: progress.reported } ]
            receives: [ supply.applied ]
            rate: { perSecond: 5000, burst: 10000 }
            """.formatted(system.address(), tls("changqing-tls", OURS_TO_THE_NEIGHBOUR)));
        for (String region : new String[] {"370102", "370113", "370102"}) {
            var application = bakery();
            application.withObject("/site").put("regionCode", region);
            awaitEnd(applied(application), "delivered");
        }
        assertThat(system.shown()).containsExactly("CN=gateway", "CN=gateway of changqing", "CN=gateway");
    }

    @Test
    void thatAreNotRegisteredThereOpenNothing() throws IOException {
        shown = OURS_TO_THE_NEIGHBOUR;
        PlayedMarketing system = wants(OURS);
        String application = applied();
        awaitAttempts(application, 2);
        assertThat(ends(application)).isEmpty();
        assertThat(system.asked()).isEmpty();
    }

    /** Nor is anything said to a server that shows another certificate than those that are believed. */
    @Test
    void areShownToNobodyElseUntilTheirCertificateIsPutHere() throws IOException {
        Supplier other = Supplier.server("marketing.jinan");
        PlayedMarketing stranger = new PlayedMarketing(WantingCertificates.server(other, OURS));
        open.add(stranger);
        register(stranger.says("00000").address());
        String application = applied();
        assertThat(awaitAttempts(application, 1)).contains("SSLHandshakeException");
        assertThat(stranger.asked()).isEmpty();
        keep("certs/systems/marketing.pem", other.pem().getBytes());
        awaitEnd(application, "delivered");
    }
}
