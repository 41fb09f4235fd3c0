package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.revocation.ListServer;
import org.dianqiao.revocation.RevocationWatch;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;

/** A gateway that runs learns by itself what an authority takes back. */
class ListsFetchedTest extends AtTheDoor {

    private static final String BUREAU = "planning.xinxiang";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Another for each test: what was fetched of one stays. */
    private final TestAuthority authority = TestAuthority.named("新乡市数字证书认证中心" + NUMBER.incrementAndGet());

    private final RevocationWatch watch = bean(RevocationWatch.class);

    @BeforeEach
    void registersTheBureau() throws IOException {
        Newcomers.put(anchor(), authority.certificate().pem());
        describe(BUREAU, """
            kind: department
            department: planning
            region: "410700"
            sends: [ { service: drill.held } ]
            """);
    }

    @AfterEach
    void forgetsIt() throws IOException {
        for (String file : List.of("old.pem", "new.pem")) {
            Files.deleteIfExists(certificate(file));
        }
        Files.delete(anchor());
        bean(FileWatch.class).refresh();
        watch.fetch();
        assertThat(bean(RevocationHealth.class).health()).isEqualTo(Health.up().build());
    }

    @Test
    void refusesARevokedCertificateWithoutARestartAndCanShowWhy() throws IOException {
        SigningKey old = registered("old.pem", authority.issue("规划局"));
        Parcel before = drillBy(old);
        assertReceipt(post(before), before, 202);

        byte[] list = authority.crl(old.certificate().serial());
        try (ListServer server = ListServer.open()) {
            server.gives(list);
            registered(
                    "new.pem", authority.draft("规划局").listAt(server.address()).issue());
            await().until(() -> post(drillBy(old)).status() == 401);
        }

        assertThat(bean(KeptTrust.class).showing().of(List.of(old.certificate()), CLOCK.instant()))
                .satisfies(shown -> assertThat(shown.lists()).containsExactly(list))
                .satisfies(shown -> assertThat(shown.certificates())
                        .containsExactly(
                                old.certificate().der(), authority.certificate().der()));
    }

    @Test
    void saysInItsHealthWhichListDoesNotCome() throws IOException {
        registered(
                "new.pem",
                authority.draft("规划局").listAt("http://127.0.0.1:1/xinxiang.crl").issue());
        watch.fetch();

        Health health = bean(RevocationHealth.class).health();
        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_DATE");
        assertThat(health.getDetails().get("lists")).asString().contains("新乡市", "127.0.0.1:1", "not fetched since");
    }

    @Test
    void canShowItsOwnChain() {
        assertThat(bean(KeptTrust.class)
                        .showing()
                        .of(List.of(bean(SigningKey.class).certificate()), CLOCK.instant())
                        .certificates())
                .hasSize(2);
    }

    private static SigningKey registered(String file, SigningKey key) throws IOException {
        Newcomers.put(certificate(file), key.certificate().pem());
        bean(FileWatch.class).refresh();
        return key;
    }

    private static Parcel drillBy(SigningKey key) {
        return Draft.event(BUREAU, key::seal, "drill.held", Plots.object()).sealed();
    }

    private static Path anchor() {
        return home().resolve("certs/anchors/xinxiang.pem");
    }

    private static Path certificate(String file) {
        return home().resolve("certs/partners").resolve(BUREAU).resolve(file);
    }
}
