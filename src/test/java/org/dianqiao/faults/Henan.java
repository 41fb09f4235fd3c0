package org.dianqiao.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.Homes;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Message;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.Signatories;
import org.dianqiao.trust.Sm2Certificate;
import org.springframework.util.FileSystemUtils;

/**
 * The approval platform and the grid, around a home for a gateway that can be killed: they outlive it. What the grid
 * has heard is counted in effects, its counter answers a repeat without handing it over again.
 */
final class Henan implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Path home;
    private final List<Incoming> gridHeard = new CopyOnWriteArrayList<>();
    private final Counter grid;
    private final HttpClient line = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Henan() {
        try {
            home = Homes.fresh();
            SandboxKeys.make(keys(), CLOCK);
            Identity identity = Identity.open("grid.henan", keys().resolve("grid.henan"));
            grid = Counter.open(new InetSocketAddress("127.0.0.1", 0), identity, gateway(), gridHeard::add, CLOCK);
            Homes.point(home, "grid.henan", grid.endpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** Another home with the same files and the same keys, for a second node. */
    Path anotherHome() throws IOException {
        Path another = Homes.fresh();
        Homes.point(another, "grid.henan", grid.endpoint());
        FileSystemUtils.copyRecursively(keys(), another.resolve("data/sandbox"));
        return another;
    }

    Counter grid() {
        return grid;
    }

    /** Each message that had an effect at the grid, oldest first. */
    List<Incoming> gridHeard() {
        return gridHeard;
    }

    /** The approval platform's desk: it checks each answer, and tries once. */
    Desk approval(URI gateway) {
        return desk("approval.henan", gateway);
    }

    Desk desk(String partner, URI gateway) {
        try {
            return new Desk(identity(partner), gateway, gateway(), CLOCK, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Identity identity(String partner) {
        try {
            return Identity.open(partner, keys().resolve(partner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Message signed(Letter letter) {
        return approval(URI.create("http://127.0.0.1")).sign(letter);
    }

    /** Sends a message of one part, and gives the answer as it came. */
    HttpResponse<byte[]> post(URI gateway, Message message) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        gateway.resolve("/exchange/v1/" + message.manifest().service()))
                .timeout(Duration.ofSeconds(60))
                .header("DQ-Manifest", message.manifestHeader())
                .header("DQ-Signature", message.signatureHeader())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(message.parts().get(0).bytes()))
                .build();
        try {
            return line.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Sm2Certificate gatewayCertificate() {
        try {
            String pem = Files.readString(keys().resolve("gateway.pem"));
            return Sm2Certificate.of(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Signatories gateway() throws IOException {
        return Signatories.pinned(keys().resolve("gateway.pem"));
    }

    private Path keys() {
        return home.resolve("data/sandbox");
    }

    @Override
    public void close() {
        grid.close();
        Homes.leave(home);
    }
}
