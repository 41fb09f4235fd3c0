package org.dianqiao.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.StampAuthorities.Answer;
import org.dianqiao.ledger.StampSettings.Authority;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.StampDraft;
import org.dianqiao.trust.TestAuthority;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a node that has its heads stamped, by authorities that answer as the test likes. */
abstract class WithStamps extends WithLedger {

    private static final String POLICY = "1.2.156.99.1";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    static final TestAuthority ROOT = TestAuthority.named("国家授时根");
    static final SigningKey KEY = ROOT.issueForStamps("可信时间戳");
    private static final Watched<Trust> TRUST = trust();

    final PlayedAuthority first = new PlayedAuthority(WithStamps::stamp);
    final PlayedAuthority second = new PlayedAuthority(WithStamps::stamp);
    LedgerNode node;
    Stamping stamping;

    @BeforeEach
    void sealSomething() {
        node = node();
        stamping = Stamping.always(node, settings(Duration.ofSeconds(1), first.url(), second.url()));
        append(node, 3);
        node.tick();
    }

    @AfterEach
    void closeAuthorities() {
        first.close();
        second.close();
    }

    static byte[] stamp(byte[] question) {
        return draft(question, KEY).answer();
    }

    static StampDraft draft(byte[] question, SigningKey authority) {
        return new StampDraft(question, authority, CLOCK.instant());
    }

    static StampSettings settings(Duration interval, URI... authorities) {
        List<Authority> all = Arrays.stream(authorities)
                .map(url -> new Authority(url, POLICY))
                .toList();
        return new StampSettings(all, interval, PATIENCE);
    }

    private static Watched<Trust> trust() {
        try {
            Path anchors = folder().resolve("root.pem");
            Files.writeString(anchors, ROOT.certificate().pem());
            TrustFiles files = new TrustFiles(List.of(anchors), List.of(), List.of());
            return new Watched<>(List.of(), () -> Trust.read(files, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of a gateway that has heads stamped. */
    record Stamping(LedgerNode node, StampSettings settings, KeptTrust kept, Stamper stamper, StampWatch watch) {

        /** Every head is due. */
        static Stamping always(LedgerNode node, StampSettings settings) {
            return at(Clock.offset(CLOCK, Duration.ofDays(1)), node, node.tree(), settings);
        }

        static Stamping at(Clock clock, LedgerNode node, LedgerTree tree, StampSettings settings) {
            KeptTrust kept = new KeptTrust(new KeptTrustStore(node.sql()), CLOCK);
            StampAuthorities authorities = new StampAuthorities(settings, TRUST, CLOCK);
            Stamper stamper = new Stamper(settings, new StampStore(node.sql()), authorities, kept, tree, clock) {
                @Override
                Optional<Answer> stamp() {
                    return node.transaction().execute(begun -> super.stamp());
                }
            };
            return new Stamping(node, settings, kept, stamper, new StampWatch(stamper, settings, clock));
        }

        Optional<Answer> stamp() {
            return stamper.stamp();
        }

        StampState state() {
            return new Stamps(new StampStore(node.sql()), watch, settings).state();
        }
    }
}
