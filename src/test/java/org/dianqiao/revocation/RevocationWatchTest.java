package org.dianqiao.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.junit.jupiter.api.Test;

/** When lists are fetched, and what it means when they are not. */
class RevocationWatchTest extends WithLists {

    @Test
    void makesAFetchedListCount() {
        Node node = new Node();
        assertThat(node.objection()).isEmpty();

        server.gives(city.crl(sender.serial()));
        node.watch.fetch();

        assertThat(node.objection()).contains("is revoked");
        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.watch.troubles()).isEmpty();
    }

    @Test
    void readsAListInEitherForm() {
        byte[] list = city.crl(sender.serial());
        server.gives(("-----BEGIN X509 CRL-----\n" + Base64.getMimeEncoder().encodeToString(list)
                        + "\n-----END X509 CRL-----\n")
                .getBytes(UTF_8));

        assertThat(fetched().objection()).contains("is revoked");
    }

    @Test
    void asksAgainWhenItIsTimeAndTakesNothingTwice() {
        server.gives(city.crl());
        Node node = fetched();

        node.watch.fetch();
        clock.pass(HOUR.minusSeconds(1));
        node.watch.fetch();
        assertThat(server.asked()).containsExactly("null");

        clock.pass(Duration.ofSeconds(1));
        node.watch.fetch();
        assertThat(server.asked()).hasSize(2).last().asString().startsWith("\"");
        assertThat(node.watch.troubles()).isEmpty();

        server.gives(city.crl(clock.instant(), nextUpdate, sender.serial()));
        clock.pass(HOUR);
        node.watch.fetch();
        assertThat(node.objection()).contains("is revoked");
    }

    @Test
    void takesUpNothingWhereTheListIsTheSameAgain() {
        byte[] list = city.crl();
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
        });
        Node node = fetched();
        Trust before = node.trust.current();

        clock.pass(HOUR);
        node.watch.fetch();

        assertThat(server.asked()).hasSize(2);
        assertThat(node.trust.current()).isSameAs(before);
    }

    @Test
    void asksForTheWholeListWhereItsFileIsGone() throws IOException {
        server.gives(city.crl(sender.serial()));
        Node node = fetched();
        Files.delete(files().get(0));
        node.trust.refresh();
        assertThat(node.objection()).isEmpty();

        clock.pass(HOUR);
        node.watch.fetch();

        assertThat(server.asked()).containsExactly("null", "null");
        assertThat(node.objection()).contains("is revoked");
    }

    @Test
    void asksMoreOftenWhenTheNextUpdateNears() {
        server.gives(city.crl(published, published.plus(HOUR)));
        Node node = fetched();

        clock.pass(HOUR.dividedBy(6));
        node.watch.fetch();

        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void keepsTheListWhenTheServerDies() {
        server.gives(city.crl(sender.serial()));
        Node node = fetched();
        server.close();

        clock.pass(HOUR);
        node.watch.fetch();
        clock.pass(HOUR);
        node.watch.fetch();

        assertThat(node.objection()).contains("is revoked");
        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.watch.troubles())
                .singleElement()
                .asString()
                .contains("郑州市", "not fetched since 2026-09-30T02:00:00Z");
    }

    @Test
    void raisesTheAlarmAtTheNextUpdateAndRefusesADayLater() {
        server.gives(city.crl());
        Node node = fetched();
        server.answers(exchange -> exchange.sendResponseHeaders(503, -1));
        clock.pass(DAY.multipliedBy(7).minusSeconds(1));
        node.watch.fetch();
        assertThat(node.watch.alarms()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        assertThat(node.watch.alarms())
                .singleElement()
                .asString()
                .contains("郑州市", "is overdue since " + nextUpdate, "from " + nextUpdate.plus(DAY))
                .contains("HTTP status 503");
        assertThat(node.objection()).isEmpty();

        clock.pass(DAY);
        assertThat(node.objection()).contains("ended at");

        server.gives(city.crl(clock.instant(), clock.instant().plus(DAY)));
        node.watch.fetch();
        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.objection()).isEmpty();
    }

    @Test
    void raisesTheAlarmAtOnceWhereNoListIsKnownAtAll() {
        Node node = fetched();

        assertThat(node.watch.alarms()).singleElement().asString().contains("no revocation list", "郑州市", "404");
        assertThat(node.objection()).isEmpty();
    }

    @Test
    void forgetsAListThatNoCertificateNamesAnyMore() throws IOException {
        Node node = fetched();
        Files.delete(home.resolve("partners/zhongyuan/2026.pem"));
        node.trust.refresh();
        node.watch.fetch();

        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.watch.troubles()).isEmpty();
    }

    @Test
    void startsWithoutANetworkFromWhatWasFetchedBefore() {
        server.gives(city.crl(sender.serial()));
        fetched();
        server.close();

        assertThat(new Node().objection()).contains("is revoked");
    }

    @Test
    void startsWithABrokenFileAmongTheFetchedOnesAndReplacesIt() throws IOException {
        server.gives(city.crl(sender.serial()));
        fetched();
        Files.writeString(files().get(0), "half a li");

        Node node = new Node();
        assertThat(node.objection()).isEmpty();
        node.watch.fetch();
        assertThat(node.objection()).contains("is revoked");
    }

    @Test
    void asksTheNextAddressWhereTheFirstGivesNothing() throws IOException {
        register("ldap://127.0.0.1/cn=zhengzhou", "http://127.0.0.1:1/zhengzhou.crl", server.address());
        server.gives(city.crl(sender.serial()));

        Node node = fetched();

        assertThat(node.objection()).contains("is revoked");
        assertThat(node.watch.troubles()).isEmpty();
    }

    @Test
    void asksForTheOtherListsWhereAnAddressCannotBeAsked() throws IOException {
        register("http://127.0.0.1:99999/zhengzhou.crl");
        server.gives(root.crl());
        SigningKey own = root.draft("电桥").listAt(server.address()).issue();
        Node node = new Node(own, HOUR);

        node.watch.fetch();

        assertThat(files()).hasSize(1);
        assertThat(node.watch.troubles()).singleElement().asString().contains("郑州市", "99999");
    }

    @Test
    void tellsThatAListCannotBeKept() throws IOException {
        server.gives(city.crl());
        Files.createFile(home.resolve("fetched"));

        assertThat(fetched().watch.alarms()).singleElement().asString().contains("郑州市", "cannot be written");
    }

    @Test
    void leavesDirectoriesAlone() throws IOException {
        register("ldap://127.0.0.1/cn=zhengzhou", "no address at all");

        assertThat(fetched().watch.troubles()).isEmpty();
    }

    @Test
    void asksForTheListThatMayNameItsOwnCertificate() throws IOException {
        Files.delete(home.resolve("partners/zhongyuan/2026.pem"));
        server.gives(city.crl());
        SigningKey own = city.draft("电桥").listAt(server.address()).issue();

        assertThat(new Node(own, HOUR).watch).satisfies(RevocationWatch::fetch);

        assertThat(files()).hasSize(1);
    }

    @Test
    void fetchesNothingWithoutAnInterval() {
        new Node(gateway, null).watch.fetch();

        assertThat(server.asked()).isEmpty();
    }
}
