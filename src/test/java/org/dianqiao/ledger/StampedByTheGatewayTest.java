package org.dianqiao.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TimeStampToken;
import org.dianqiao.AtTheDoor;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.dianqiao.trust.Sm3;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/** From a message at the door to the stamp on the head over it, as a stranger sees it. */
class StampedByTheGatewayTest extends AtTheDoor {

    @Test
    void aHeadThatAnybodyAsksForSoonHasAStamp() throws Exception {
        JsonNode head = stampedOver(accepted(post(drill())));
        byte[] token = Base64.getDecoder().decode(head.path("timestamp").asText());
        TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
        X509CertificateHolder authority =
                stamp.getCertificates().getMatches(null).iterator().next();
        BouncyCastleProvider provider = new BouncyCastleProvider();
        stamp.validate(
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(authority));
        X509Certificate issued = (X509Certificate) CertificateFactory.getInstance("X.509", provider)
                .generateCertificate(new ByteArrayInputStream(authority.getEncoded()));
        issued.verify(root(provider).getPublicKey(), provider);
        String text = "dqx-head/1\n%s\n%s\n%s\n"
                .formatted(
                        head.path("size").asText(),
                        head.path("root").asText(),
                        head.path("time").asText());
        assertThat(stamp.getTimeStampInfo().getMessageImprintAlgOID().getId()).isEqualTo("1.2.156.10197.1.401");
        assertThat(stamp.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(Sm3.of(text.getBytes(UTF_8)));
        assertThat(stamp.getTimeStampInfo().getGenTime().toInstant())
                .isAfter(Instant.parse(head.path("time").asText()).minusSeconds(1));
    }

    @Test
    void aReceiptCarriesTheStampOfItsHead() {
        LedgerTree tree = bean(LedgerTree.class);
        accepted(post(drill()));
        JsonNode head = await().until(
                        () -> tree.newest().timestamp() == null
                                ? MissingNode.getInstance()
                                : accepted(post(drill())).json().path("head"),
                        told -> told.has("timestamp"));
        assertThat(tree.headOver(head.path("size").asLong() - 1).timestamp())
                .isEqualTo(head.path("timestamp").asText());
    }

    @Test
    void aCacheIsToldThatAHeadGotItsStamp() {
        Bare bare = await().until(StampedByTheGatewayTest::bare, Optional::isPresent)
                .orElseThrow();
        await().until(() -> {
            accepted(post(drill()));
            Reply now = RawLine.ask(gateway(), "GET", "/ledger/v1" + bare.path(), "If-None-Match", bare.tag());
            return now.status() == 200 && now.json().findValue("timestamp") != null;
        });
    }

    @Test
    void whoeverLooksAfterItSeesTheStamps() {
        stampedOver(accepted(post(drill())));
        Health timestamps = (Health) bean(HealthEndpoint.class).healthForPath("timestamps");
        assertThat(timestamps.getStatus()).isEqualTo(Status.UP);
        assertThat(timestamps.getDetails())
                .containsEntry("authority", "C=CN,O=Dianqiao Sandbox,CN=timestamp")
                .containsKeys("size", "at", "ageSeconds");
        assertThat(bean(Stamps.class).state().newest()).isNotNull();
    }

    private record Bare(String path, String tag) {}

    /** A head without a stamp, as a cache has it; absent where the stamp was faster than we. */
    private static Optional<Bare> bare() {
        String path = "/heads?after=" + newest().path("size").asLong();
        accepted(post(drill()));
        Reply heads = await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(path), reply -> reply.json().size() > 0);
        return heads.json().path(0).has("timestamp")
                ? Optional.empty()
                : Optional.of(new Bare(path, String.valueOf(heads.header("ETag"))));
    }

    /** The smallest stamped head over what this answer belongs to. */
    private static JsonNode stampedOver(Reply reply) {
        LedgerTree tree = bean(LedgerTree.class);
        long size = await().until(
                        () -> tree.index(reply.header("DQ-Entry")).stream()
                                .mapToObj(tree::headOver)
                                .filter(head -> head.timestamp() != null)
                                .mapToLong(TreeHead::size)
                                .sum(),
                        found -> found > 0);
        return get("/heads?after=" + (size - 1)).json().path(0);
    }

    private static JsonNode newest() {
        return get("/head").json();
    }

    private static Reply get(String path) {
        return RawLine.ask(gateway(), "GET", "/ledger/v1" + path);
    }

    private static X509Certificate root(BouncyCastleProvider provider) throws Exception {
        byte[] pem = Files.readAllBytes(home().resolve("data/sandbox/root.pem"));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509", provider).generateCertificate(new ByteArrayInputStream(pem));
    }
}
