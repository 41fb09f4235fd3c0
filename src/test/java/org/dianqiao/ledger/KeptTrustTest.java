package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.MovedClock;
import org.dianqiao.files.Fault;
import org.dianqiao.files.NotYet;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.KeptTrust.Shown;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.TestAuthority;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message's certificate was judged by can be shown years later. */
class KeptTrustTest extends WithLedger {

    private static final Duration DAY = Duration.ofDays(1);

    private final MovedClock clock = new MovedClock();
    private final TestAuthority root = TestAuthority.named("河南省数字证书认证中心", clock);
    private final TestAuthority city = root.below("郑州市数字证书认证中心");
    private final Sm2Certificate sender = city.issue("河南中原置业有限公司").certificate();

    @TempDir
    private Path certs;

    private KeptTrust kept;

    @BeforeEach
    void registers() throws IOException {
        write("anchors/henan.pem", root.certificate().pem());
        write("partners/zhongyuan/2026.pem", sender.pem() + city.certificate().pem());
        kept = onNode();
    }

    @Test
    void showsTheChainOfASigner() {
        kept.keep(read());

        assertThat(shown(clock.instant()).certificates())
                .containsExactlyInAnyOrder(
                        sender.der(),
                        city.certificate().der(),
                        root.certificate().der());
    }

    @Test
    void showsNoOtherPartnersCertificate() throws IOException {
        Sm2Certificate other = city.issue("郑州市数字证书认证中心").certificate();
        write("partners/grid.henan/2026.pem", other.pem());
        kept.keep(read());

        assertThat(shown(clock.instant()).certificates()).hasSize(3).doesNotContain(other.der());
    }

    @Test
    void showsTheListsThatCountedAtATime() throws IOException {
        byte[] roots = list("root.crl", root.crl());
        byte[] first =
                list("city.crl", city.crl(clock.instant(), clock.instant().plus(DAY)));
        kept.keep(read());
        Instant earlier = clock.instant();
        clock.pass(DAY);
        byte[] second =
                list("city.crl", city.crl(clock.instant(), clock.instant().plus(DAY), sender.serial()));
        kept.keep(read());

        assertThat(shown(earlier.minusSeconds(1)).lists()).isEmpty();
        assertThat(shown(earlier).lists()).containsExactlyInAnyOrder(roots, first);
        assertThat(shown(clock.instant().minusSeconds(1)).lists()).containsExactlyInAnyOrder(roots, first);
        assertThat(shown(clock.instant()).lists()).containsExactlyInAnyOrder(roots, second);
    }

    @Test
    void showsNoListOfAnAuthorityThatHasNothingToDoWithIt() throws IOException {
        TestAuthority kaifeng = root.below("开封市数字证书认证中心");
        write("partners/window/2026.pem", kaifeng.certificate().pem());
        list("kaifeng.crl", kaifeng.crl());
        kept.keep(read());

        assertThat(shown(clock.instant()).lists()).isEmpty();
    }

    @Test
    void findsItsWayThroughAuthoritiesThatVouchForEachOther() throws IOException {
        Sm2Certificate crossed =
                city.draft("河南省数字证书认证中心").usage(6).pathLength(null).issue().certificate();
        write("partners/zhongyuan/crossed.pem", crossed.pem());
        kept.keep(read());

        assertThat(shown(clock.instant()).certificates()).hasSize(4).contains(crossed.der());
    }

    @Test
    void isReadOnceForAllEntriesOfATime() throws IOException {
        byte[] first =
                list("city.crl", city.crl(clock.instant(), clock.instant().plus(DAY)));
        kept.keep(read());
        Instant earlier = clock.instant();
        clock.pass(DAY);
        byte[] second =
                list("city.crl", city.crl(clock.instant(), clock.instant().plus(DAY)));
        kept.keep(read());
        Showing showing = kept.showing();

        byte[] shown = list(showing, earlier);
        assertThat(shown).isEqualTo(first);
        assertThat(list(showing, earlier.plusSeconds(1))).isSameAs(shown);
        assertThat(list(showing, clock.instant())).isEqualTo(second);
        assertThat(list(showing, earlier)).isEqualTo(first);
    }

    private byte[] list(Showing showing, Instant at) {
        return showing.of(List.of(sender), at).lists().get(0);
    }

    @Test
    void findsASignerThatIsRegisteredNoMore() throws IOException {
        kept.keep(read());
        Instant then = clock.instant();
        clock.pass(DAY);
        Sm2Certificate renewed = city.issue("河南中原置业有限公司").certificate();
        write("partners/zhongyuan/2026.pem", renewed.pem() + city.certificate().pem());
        kept.keep(read());

        assertThat(kept.named(sender.numberSm3(), then)).contains(sender);
        assertThat(kept.named(sender.keyIdSm3(), clock.instant())).contains(sender);
        assertThat(kept.named(renewed.keyIdSm3(), clock.instant())).contains(renewed);
        assertThat(kept.named(sender.keyIdSm3(), sender.notAfter().plusSeconds(1)))
                .isEmpty();
        assertThat(kept.named(sender.der(), then)).isEmpty();
    }

    @Test
    void isKeptOnceWhateverNumberOfNodesKeepIt() throws IOException {
        list("city.crl", city.crl());
        kept.keep(read());
        onNode().keep(read());
        clock.pass(DAY);
        kept.keep(read());

        assertThat(rows("kept_list")).isOne();
        assertThat(rows("kept_certificate")).isEqualTo(3);
        assertThat(shown(clock.instant().minus(DAY)).lists()).hasSize(1);
    }

    @Test
    void isNotJudgedByBeforeItIsKept() throws IOException {
        Watched<Trust> trust = watched();
        list("city.crl", city.crl(sender.serial()));

        close(true);
        assertThat(trust.refresh()).isFalse();
        assertThat(trust.faults())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .startsWith("waits for the database");
        assertThat(trust.current().objection(sender, clock.instant())).isEmpty();

        close(false);
        assertThat(trust.refresh()).isTrue();
        assertThat(trust.faults()).isEmpty();
        assertThat(trust.current().objection(sender, clock.instant())).isPresent();
        assertThat(rows("kept_list")).isOne();
    }

    @Test
    void isNoStartWithoutTheDatabase() {
        close(true);
        assertThatExceptionOfType(NotYet.class).isThrownBy(this::watched);
        close(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept_certificate", "kept_list"})
    void staysAsItIs(String table) throws IOException {
        list("city.crl", city.crl());
        kept.keep(read());

        for (String change : List.of("UPDATE %s SET der = ''", "DELETE FROM %s", "TRUNCATE %s")) {
            assertThatThrownBy(() -> gateway().sql(change.formatted(table)).update())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            assertThatThrownBy(() -> owner().sql(change.formatted(table)).update())
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    private KeptTrust onNode() {
        return new KeptTrust(new KeptTrustStore(gateway()), clock);
    }

    private Shown shown(Instant at) {
        return kept.showing().of(List.of(sender), at);
    }

    private Trust read() {
        return Trust.read(files(), List.of());
    }

    private TrustFiles files() {
        return new TrustFiles(
                List.of(certs.resolve("anchors")),
                List.of(certs.resolve("partners")),
                List.of(certs.resolve("revoked")));
    }

    private Watched<Trust> watched() {
        return new Watched<>(files().places(), () -> kept.keep(read()));
    }

    private void close(boolean closed) {
        superuser()
                .sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT " + (closed ? 0 : -1)
                        + "', current_database()); END $$")
                .update();
    }

    private long rows(String table) {
        return owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private byte[] list(String file, byte[] list) throws IOException {
        Files.createDirectories(certs.resolve("revoked"));
        Files.write(certs.resolve("revoked").resolve(file), list);
        return list;
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(certs.resolve(file).getParent());
        Files.writeString(certs.resolve(file), text);
    }
}
