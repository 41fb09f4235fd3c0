package org.dianqiao.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How heads, proofs and tiles are given over HTTP: to whom, in which form, for how long. */
class LedgerIsPublicTest extends AtTheLedger {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NEWEST = "public, max-age=1, must-revalidate";

    @Test
    void givesTheNewestHeadForASecond() {
        Reply head = get("/head");
        assertGiven(head, "application/json", NEWEST);
        assertThat(head.json().fieldNames())
                .toIterable()
                .contains("size", "root", "time", "signature")
                .isSubsetOf("size", "root", "time", "signature", "timestamp");
        assertThat(head.json().path("size").isIntegralNumber()).isTrue();
        assertThat(head.json().path("root").asText()).matches("[0-9a-f]{64}");
        assertThat(head.json().path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void givesHeadsInTheirOrderAndNoneWhereThereIsNone() {
        Reply heads = get("/heads?after=0");
        assertGiven(heads, "application/json", NEWEST);
        assertThat(heads.json()).isNotEmpty().hasSizeLessThanOrEqualTo(1000);
        assertThat(heads.json().findValues("size"))
                .extracting(each -> each.asLong())
                .isSorted();
        assertThat(new String(get("/heads?after=999999999999999999").body())).isEqualTo("[]");
    }

    @Test
    void givesProofsForEver() {
        Reply inclusion = get("/proofs/inclusion?index=3&size=200");
        assertGiven(inclusion, "application/json", FOR_EVER);
        assertThat(inclusion.json().path("hashes")).hasSize(8).allSatisfy(hash -> assertThat(hash.asText())
                .matches("[0-9a-f]{64}"));
        assertGiven(get("/proofs/consistency?from=100&to=200"), "application/json", FOR_EVER);
        assertThat(new String(get("/proofs/consistency?from=200&to=200").body()))
                .isEqualTo("{\"hashes\":[]}");
        assertThat(new String(get("/proofs/inclusion?index=0&size=1").body())).isEqualTo("{\"hashes\":[]}");
    }

    @Test
    void givesFullTilesForEverAndTheLastOneForASecond() {
        Reply full = get("/tiles/0/0");
        assertGiven(full, "application/octet-stream", FOR_EVER);
        assertThat(full.body()).hasSize(TILE * 32);
        assertThat(get("/tiles/0/0?width=256").body()).isEqualTo(full.body());
        Reply upper = get("/tiles/1/0");
        assertGiven(upper, "application/octet-stream", NEWEST);
        assertThat(upper.body().length % 32).isZero();
    }

    @Test
    void givesTheFirstHashesOfATileForEver() {
        Reply three = get("/tiles/0/0?width=3");
        assertGiven(three, "application/octet-stream", FOR_EVER);
        assertThat(three.body()).hasSize(3 * 32);
        assertThat(get("/tiles/0/0").body()).startsWith(three.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tiles/0/0", "/tiles/0/0?width=3", "/proofs/inclusion?index=3&size=200", "/heads?after=999"})
    void saysThatNothingChanged(String path) {
        Reply first = get(path);
        Reply again = RawLine.ask(
                gateway(), "GET", "/ledger/v1" + path, "If-None-Match", String.valueOf(first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
    }

    @Test
    void givesAnotherTagToAnotherHead() {
        String before = String.valueOf(get("/head").header("ETag"));
        accepted(post(drill()));
        Reply head = await().until(
                        () -> RawLine.ask(gateway(), "GET", "/ledger/v1/head", "If-None-Match", before),
                        reply -> reply.status() == 200);
        assertThat(head.header("ETag")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tiles/0/0", "/proofs/consistency?from=1&to=2"})
    void answersHeadWithoutABody(String path) {
        Reply head = RawLine.ask(gateway(), "HEAD", "/ledger/v1" + path);
        Reply whole = get(path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(whole.body().length));
    }

    @Test
    void letsTheScriptsOfAnySiteRead() {
        for (String path : new String[] {"/head", "/tiles/0/0", "/tiles/9/0", "/nowhere"}) {
            Reply reply = RawLine.ask(gateway(), "GET", "/ledger/v1" + path, "Origin", "https://auditor.example");
            assertThat(reply.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
            assertThat(reply.headers()).doesNotContainKeys("set-cookie", "access-control-allow-credentials");
        }
    }

    @Test
    void isTheSameForWhoeverAsks() {
        Reply foreign = RawLine.ask(gateway(), "GET", "/ledger/v1/tiles/0/0", "Origin", "https://auditor.example");
        Reply own = get("/tiles/0/0");
        assertThat(foreign.headers())
                .doesNotContainKey("vary")
                .containsOnlyKeys(own.headers().keySet());
        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void letsThemAskWithTheirOwnHeaders() {
        Reply leave = RawLine.ask(
                gateway(),
                "OPTIONS",
                "/ledger/v1/head",
                "Origin",
                "https://auditor.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");
        assertThat(leave.status()).isEqualTo(204);
        assertThat(leave.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(leave.header("Access-Control-Allow-Headers")).isEqualTo("*");
    }

    private static void assertGiven(Reply reply, String type, String keeping) {
        assertThat(reply.status()).as(new String(reply.body())).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Cache-Control")).isEqualTo(keeping);
        assertThat(reply.header("ETag")).matches("\"[0-9a-f]{64}\"");
    }
}
