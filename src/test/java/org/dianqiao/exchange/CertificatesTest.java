package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose signature counts: the planning department's certificates, of an authority of its own. */
class CertificatesTest extends AtTheDoor {

    private static final String BUREAU = "planning.zhoukou";
    private static final TestAuthority AUTHORITY = TestAuthority.named("河南省数字证书认证中心");

    @BeforeAll
    static void registersTheBureau() throws IOException {
        Newcomers.put(
                home().resolve("certs/anchors/henan.pem"),
                AUTHORITY.certificate().pem());
        describe(BUREAU, """
                kind: department
                department: planning
                region: "411600"
                sends: [ { service: drill.held } ]
                """);
    }

    @Test
    void believesARegisteredCertificate() throws IOException {
        assertBelieved(registered(AUTHORITY.issue("规划局")));
    }

    @Test
    void doesNotBelieveOneThatNobodyRegistered() {
        assertRefused(AUTHORITY.issue("规划局"));
    }

    @Test
    void doesNotBelieveOneThatWasRegisteredForAnother() throws IOException {
        Identity ofTheSameRoot = Newcomers.unregistered(home(), PLATFORM);
        assertUnsigned(
                post(Draft.event(PLATFORM, ofTheSameRoot::seal, "drill.held", Plots.object())), 401, "bad-certificate");
    }

    @Test
    void doesNotBelieveAnExpiredOne() throws IOException {
        assertRefused(registered(AUTHORITY.issueExpired("规划局")));
    }

    @Test
    void doesNotBelieveOneForEncryption() throws IOException {
        assertRefused(registered(AUTHORITY.issueForEncryption("规划局")));
    }

    @Test
    void doesNotBelieveOneOfAnAuthorityThatIsNoAnchor() throws IOException {
        assertRefused(registered(TestAuthority.named("别的认证中心").issue("规划局")));
    }

    @Test
    void believesTwoAtOnceWhileAKeyIsRolled() throws IOException {
        SigningKey old = registered(AUTHORITY.issue("规划局"));
        SigningKey next = registered(AUTHORITY.issue("规划局"));
        assertBelieved(old);
        assertBelieved(next);
    }

    @Test
    void takesUpACertificateWithinTenSeconds() throws IOException {
        SigningKey key = AUTHORITY.issue("规划局");
        assertRefused(key);
        Newcomers.put(file(key), key.certificate().pem());
        await().until(() -> post(drillBy(key)).status() == 202);
    }

    @Test
    void forgetsACertificateThatWasTakenAway() throws IOException {
        SigningKey key = registered(AUTHORITY.issue("规划局"));
        assertBelieved(key);
        Files.delete(file(key));
        bean(FileWatch.class).refresh();
        assertRefused(key);
    }

    @Test
    void refusesARevokedCertificateWithinTenSeconds() throws IOException {
        TestAuthority authority = TestAuthority.named("郑州市数字证书认证中心");
        Newcomers.put(
                home().resolve("certs/anchors/zhengzhou.pem"),
                authority.certificate().pem());
        SigningKey taken = registered(authority.draft("规划局").serial("5a17").issue());
        SigningKey kept = registered(authority.issue("规划局"));
        assertBelieved(taken);
        byte[] list = authority.crl("5a17");
        Path file = Files.createDirectories(home().resolve("certs/revoked")).resolve("zhengzhou.crl");
        Files.write(file, list);
        Reply refused = await().until(() -> post(drillBy(taken)), reply -> reply.status() == 401);
        assertUnsigned(refused, 401, "bad-certificate");
        assertBelieved(kept);
    }

    @Test
    void answersWithTheCertificatesThatItGives() {
        Reply reply = RawLine.ask(gateway(), "GET", "/exchange/v1/certificates");
        assertThat(reply.status()).isEqualTo(200);
        String pem = new String(reply.body());
        assertThat(pem.split("-----BEGIN CERTIFICATE-----")).hasSize(3);
        assertThat(pem.replace("\r", "")).contains(read("gateway.pem"), read("root.pem"));
    }

    private static SigningKey registered(SigningKey key) throws IOException {
        Newcomers.put(file(key), key.certificate().pem());
        bean(FileWatch.class).refresh();
        return key;
    }

    private static Path file(SigningKey key) {
        return home().resolve("certs/partners/" + BUREAU + "/"
                + Draft.sm3(key.certificate().der()) + ".pem");
    }

    private static void assertBelieved(SigningKey key) {
        Parcel parcel = drillBy(key);
        assertReceipt(post(parcel), parcel, 202);
    }

    private static void assertRefused(SigningKey key) {
        Parcel parcel = drillBy(key);
        assertUnsigned(post(parcel), 401, "bad-certificate");
        assertThat(entriesOf(parcel)).isZero();
    }

    private static Parcel drillBy(SigningKey key) {
        return Draft.event(BUREAU, key::seal, "drill.held", Plots.object()).sealed();
    }

    private static String read(String file) {
        try {
            return Files.readString(home().resolve("data/sandbox/" + file))
                    .replace("\r", "")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
