package org.dianqiao.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.MovedClock;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.TestAuthority;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests in which the city's authority takes back the developer's certificate, and says so where its certificates say. */
abstract class WithLists {

    protected static final Duration DAY = Duration.ofDays(1);
    protected static final Duration HOUR = Duration.ofHours(1);

    protected final MovedClock clock = new MovedClock();
    protected final Instant published = clock.instant();
    protected final Instant nextUpdate = published.plus(DAY.multipliedBy(7));
    protected final TestAuthority root = TestAuthority.named("河南省数字证书认证中心", clock);
    protected final TestAuthority city = root.below("郑州市数字证书认证中心");
    protected final SigningKey gateway = root.issue("电桥");

    @TempDir
    protected Path home;

    protected ListServer server;
    protected Sm2Certificate sender;

    @BeforeEach
    void opens() throws IOException {
        server = ListServer.open();
        register(server.address());
    }

    @AfterEach
    void closes() {
        server.close();
    }

    /** A gateway as far as its lists go. What it has fetched stands in the home, for the next one. */
    protected final class Node {

        final Watched<Trust> trust;
        final RevocationWatch watch;

        Node() {
            this(gateway, HOUR);
        }

        Node(SigningKey key, @Nullable Duration interval) {
            Path fetched = home.resolve("fetched");
            TrustFiles files = new TrustFiles(
                    List.of(home.resolve("anchors")),
                    List.of(home.resolve("partners")),
                    List.of(home.resolve("revoked"), fetched));
            trust = new Watched<>(files.places(), () -> Trust.read(files, key.chain()));
            watch = new RevocationWatch(
                    trust,
                    key,
                    new FetchedLists(fetched),
                    new RevocationSettings(interval, Duration.ofSeconds(4)),
                    clock);
        }

        String objection() {
            return trust.current().objection(sender, clock.instant()).orElse("");
        }
    }

    protected Node fetched() {
        Node node = new Node();
        node.watch.fetch();
        return node;
    }

    protected void register(String... addresses) throws IOException {
        sender = city.draft("河南中原置业有限公司").listAt(addresses).issue().certificate();
        write("anchors/henan.pem", root.certificate().pem());
        write("partners/zhongyuan/2026.pem", sender.pem() + city.certificate().pem());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), text);
    }

    protected List<Path> files() {
        try (Stream<Path> files = Files.list(home.resolve("fetched"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
