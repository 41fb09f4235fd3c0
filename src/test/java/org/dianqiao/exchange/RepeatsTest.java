package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;

/** An id binds its content for ever, but only once it was accepted. */
class RepeatsTest extends AtTheDoor {

    @Test
    void answersARepeatedEventByteForByte() {
        Parcel parcel = coded().sealed();
        Reply first = post(parcel);
        Reply again = post(parcel);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(entriesOf(parcel)).isOne();
    }

    @Test
    void answersARepeatedQueryByteForByte() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        Parcel question = query(GRID, "lead.lookup", Plots.leadOf(code)).sealed();
        Reply first = accepted(post(question));
        accepted(post(event(PLATFORM, "project.withdrawn", Plots.withdrawn(code))));
        Reply again = post(question);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(again.json().has("withdrawn")).isFalse();
        assertThat(entriesOf(question)).isOne();
    }

    @Test
    void judgesARepeatByItsManifestAlone() {
        Parcel parcel = coded().sealed();
        Reply first = post(parcel);
        Reply otherBody = post(parcel.withBody("text/plain", new byte[] {1, 2, 3}));
        assertThat(otherBody.status()).isEqualTo(200);
        assertThat(otherBody.words()).isEqualTo(first.words());
    }

    @Test
    void takesANewSignatureOverTheSameManifestForARepeat() {
        Parcel parcel = coded().sealed();
        Reply first = post(parcel);
        Reply again = post(parcel.withSignature(sender(PLATFORM).seal(parcel.manifest())));
        assertThat(again.words()).isEqualTo(first.words());
    }

    @Test
    void givesARepeatOnlyToWhoCanSignIt() {
        Parcel parcel = coded().sealed();
        post(parcel);
        assertUnsigned(post(parcel.withSignature(sender(GRID).seal(parcel.manifest()))), 401, "bad-certificate");
    }

    @Test
    void refusesAnotherContentUnderAnAcceptedId() {
        Parcel parcel = coded().sealed();
        Reply first = post(parcel);
        Parcel other = coded().put("id", parcel.id()).sealed();
        assertRefused(post(other), other, 409, "id-conflict");
        assertThat(post(parcel).words()).isEqualTo(first.words());
    }

    @Test
    void takesAMendedMessageUnderTheIdOfARefusedOne() {
        ObjectNode payload = Plots.coded();
        Parcel wrong = event(
                        PLATFORM, "project.code-assigned", payload.deepCopy().put("regionCode", "41"))
                .sealed();
        assertRefused(post(wrong), wrong, 422, "contract-violated");
        Parcel mended = event(PLATFORM, "project.code-assigned", payload)
                .put("id", wrong.id())
                .sealed();
        assertReceipt(post(mended), mended, 202);
        assertThat(entriesOf(mended)).isEqualTo(2);
    }

    @Test
    void takesTheSameBytesAgainWhoseBodyHadSuffered() {
        Parcel parcel = coded().sealed();
        post(parcel.withBody("application/json", new byte[] {'{'}));
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void keepsTheIdsOfOneSenderFromAnothers() {
        String code = Plots.freshCode();
        Parcel platforms =
                event(PLATFORM, "project.code-assigned", Plots.coded(code)).sealed();
        accepted(post(platforms));
        Parcel grids = query(GRID, "lead.lookup", Plots.leadOf(code))
                .put("id", platforms.id())
                .sealed();
        assertThat(accepted(post(grids)).json().path("projectCode").asText()).isEqualTo(code);
    }

    @Test
    void worksOneOfFiftyEqualEventsAtOnce() throws Exception {
        String code = Plots.freshCode();
        Parcel parcel =
                event(PLATFORM, "project.code-assigned", Plots.coded(code)).sealed();
        List<Reply> replies = atOnce(50, () -> post(parcel));
        assertOneWorked(replies, parcel, 202);
        assertThat(count("SELECT count(*) FROM lead WHERE project_code = ?", code))
                .isOne();
        assertThat(count("SELECT count(*) FROM accepted WHERE message_id = ?", parcel.id()))
                .isOne();
        assertThat(count("SELECT count(*) FROM ledger_entry WHERE message_id = ?", parcel.id()))
                .isOne();
        String deliveries = "SELECT (SELECT count(*) FROM delivery WHERE case_id = ?)"
                + " + (SELECT count(*) FROM ledger_entry WHERE direction = 'out' AND case_id = ?)";
        assertThat(count(deliveries, code, code)).isOne();
    }

    @Test
    void answersFiftyEqualQueriesAlike() throws Exception {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        Parcel question = query(GRID, "lead.lookup", Plots.leadOf(code)).sealed();
        List<Reply> replies = atOnce(50, () -> post(question));
        assertOneWorked(replies, question, 200);
    }

    @Test
    void acceptsOneOfFiftyDifferentMessagesUnderOneId() throws Exception {
        String id = coded().sealed().id();
        List<Reply> replies = atOnce(50, () -> post(coded().put("id", id)));
        assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).hasSize(49);
        assertThat(count("SELECT count(*) FROM accepted WHERE message_id = ?", id))
                .isOne();
    }

    private static void assertOneWorked(List<Reply> replies, Parcel parcel, int status) {
        assertThat(replies).extracting(Reply::status).containsOnly(status, 200);
        assertThat(replies.stream().map(Reply::words).collect(Collectors.toSet()))
                .hasSize(1);
        if (status == 202) {
            assertThat(replies).extracting(Reply::status).containsOnlyOnce(202);
        }
        assertThat(entriesOf(parcel)).isOne();
    }

    private static List<Reply> atOnce(int times, Callable<Reply> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply :
                    threads.invokeAll(Stream.generate(() -> act).limit(times).toList())) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdown();
        }
    }

    private static long count(String sql, String... parameters) {
        return database()
                .sql(sql)
                .params(List.of((Object[]) parameters))
                .query(Long.class)
                .single();
    }
}
