package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle goes to the parties of its message and to those who supervise them, and is the same for all of them. */
class EvidenceForItsPartiesTest extends WithEvidence {

    @Test
    void isAReplyLikeAnyOther() {
        Parcel question = asking(PLATFORM, of(entryOf(accepted(post(coded()))))).sealed();
        Reply reply = accepted(post(question));
        assertAnswer(reply, question, "reply");
        assertThat(reply.header("Content-Type")).isEqualTo(TYPE);
    }

    @Test
    void isTheSameForEverybodyAndAtAnyTime() {
        String entry = entryOf(accepted(post(coded())));
        await().untilAsserted(() -> {
            byte[] first = bundle(PLATFORM, of(entry)).body();
            evidence(PLATFORM, entryOf(accepted(post(drill()))));
            assertSame(bundle(BUREAU, of(entry)).body(), first);
        });
    }

    @Test
    void isNotForOthers() {
        Parcel curious = asking(HEAT, of(entryOf(accepted(post(coded()))))).sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 3 << 20})
    void isRepeatedByteForByteWhateverItsSize(int length) {
        byte[] plan = new byte[length];
        new Random(length).nextBytes(plan);
        Draft drawing = coded().pieces(Piece.json(Plots.coded()), new Piece("plan.dwg", "application/acad", plan));
        Parcel question = asking(PLATFORM, of(entryOf(accepted(post(drawing))))).sealed();
        Reply first = accepted(post(question));
        Reply again = post(question);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(checked(again.body()).bytes("message/parts/plan.dwg")).isEqualTo(plan);
    }

    @Test
    void leavesNothingBehindInTheSpool() throws IOException {
        byte[] plan = new byte[3 << 20];
        Draft drawing = coded().pieces(Piece.json(Plots.coded()), new Piece("plan.dwg", "application/acad", plan));
        bundle(PLATFORM, of(entryOf(accepted(post(drawing)))));
        await().until(() -> spooled() == 0);
    }

    @Test
    void waitsForTheSealOfWhatWasJustReceipted() throws SQLException {
        try (Connection other = bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('ledger_head'))");
            Parcel question =
                    asking(PLATFORM, of(entryOf(accepted(post(drill()))))).sealed();
            Reply reply = post(question);
            assertUnsigned(reply, 503, "unavailable");
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            statement.execute("SELECT pg_advisory_unlock(hashtext('ledger_head'))");
            checked(accepted(post(question)).body());
        }
    }

    @Test
    void areFewAtATimeForOnePartner() throws Exception {
        String entry = entryOf(accepted(post(drill())));
        try (Connection other = bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('ledger_head'))");
            String unsealed = entryOf(accepted(post(drill())));
            List<Integer> statuses = Stream.generate(
                            () -> asking(PLATFORM, of(unsealed)).sealed())
                    .limit(3)
                    .map(question -> CompletableFuture.supplyAsync(() -> post(question)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .peek(reply -> assertThat(reply.header("Retry-After")).isEqualTo("5"))
                    .map(Reply::status)
                    .toList();
            statement.execute("SELECT pg_advisory_unlock(hashtext('ledger_head'))");
            assertThat(statuses).containsExactlyInAnyOrder(503, 503, 429);
        }
        evidence(PLATFORM, entry);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatIsNotExactlyOneQuestion(ObjectNode question, String pointer) {
        Parcel parcel = asking(PLATFORM, question).sealed();
        Reply refusal = post(parcel);
        assertRefused(refusal, parcel, 422, "contract-violated");
        assertThat(refusal.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    static Stream<Object[]> wrong() {
        String from = "2026-09-01T00:00:00+08:00";
        String to = "2026-10-01T00:00:00+08:00";
        return Stream.of(
                new Object[] {Plots.object(), ""},
                new Object[] {of("01k6abcdefghjkmnpqrstvwxyz"), "/entry"},
                new Object[] {of("../../etc/passwd"), "/entry"},
                new Object[] {of("0").put("case", Plots.CODE), ""},
                new Object[] {of("0").put("from", from), ""},
                new Object[] {Plots.object().put("from", from), ""},
                new Object[] {
                    Plots.object().put("case", Plots.CODE).put("from", from).put("to", to), ""
                },
                new Object[] {Plots.object().put("from", to).put("to", from), "/to"},
                new Object[] {Plots.object().put("from", from).put("to", from), "/to"},
                new Object[] {Plots.object().put("from", "昨天").put("to", to), "/from"});
    }

    @Test
    void isRefusedWhereNothingConcernsWhoeverAsks() {
        List.of(
                        Plots.object().put("case", "2609-410105-04-01-999999"),
                        Plots.object().put("from", "0001-01-01T00:00:00Z").put("to", "2001-01-01T00:00:00Z"))
                .forEach(question -> {
                    Parcel parcel = asking(PLATFORM, question).sealed();
                    assertRefused(post(parcel), parcel, 403, "not-permitted");
                });
    }

    @Test
    void isMadeForWhoeverMaySeeEverything() {
        String entry = entryOf(accepted(post(coded())));
        try (Content bundle = bean(Bundles.class).ofEntry(entry).orElseThrow().content()) {
            assertThat(checked(bundle.bytes()).contents()).contains("message/parts/payload", "answer/body");
        }
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("data/spool"))) {
            return files.count();
        }
    }
}
