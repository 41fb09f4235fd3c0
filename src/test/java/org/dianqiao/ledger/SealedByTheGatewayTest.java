package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Patience;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.audit.Rfc9162;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/** From a message at the door to its place in the tree. */
class SealedByTheGatewayTest extends AtTheDoor {

    private final LedgerTree tree = bean(LedgerTree.class);

    @Test
    void whatIsAcceptedIsSoonUnderAHead() {
        Reply reply = accepted(post(coded()));
        assertSealed(reply.header("DQ-Entry"));
    }

    @Test
    void thatIsWithinASecond() {
        assertThat(Patience.isPrompt(
                        Duration.ofSeconds(1),
                        () -> assertSealed(accepted(post(coded())).header("DQ-Entry"))))
                .isTrue();
    }

    @Test
    void soIsWhatIsRefused() {
        Reply reply = post(event(PLATFORM, "project.code-assigned", Plots.object()));
        assertThat(reply.code()).isEqualTo("contract-violated");
        assertSealed(reply.header("DQ-Entry"));
    }

    @Test
    void soIsTheReplyToAQuestion() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        assertSealed(
                accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code)))).header("DQ-Entry"));
    }

    @Test
    void soIsWhatTheGatewayDelivers() {
        String code = Plots.freshCode();
        accepted(
                post(event(PLATFORM, "project.code-assigned", Plots.coded(code)).put("case", code)));
        String delivered = await().until(
                        () -> database()
                                .sql("SELECT id FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                                .param(code)
                                .query(String.class)
                                .list(),
                        ids -> ids.size() == 1)
                .get(0);
        assertSealed(delivered);
    }

    @Test
    void receiptsCarryTheNewestHead() {
        assertSealed(accepted(post(coded())).header("DQ-Entry"));
        TreeHead known = tree.newest();
        JsonNode head = accepted(post(coded())).json().path("head");
        long size = head.path("size").asLong();
        assertThat(size).isGreaterThanOrEqualTo(known.size());
        String text = "dqx-head/1\n%d\n%s\n%s\n"
                .formatted(size, head.path("root").asText(), head.path("time").asText());
        byte[] signature = Base64.getDecoder().decode(head.path("signature").asText());
        assertThat(Newcomers.sealedBy(signatories(), text.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
        assertThat(Rfc9162.consistent(
                        known.size(),
                        known.rootBytes(),
                        size,
                        HexFormat.of().parseHex(head.path("root").asText()),
                        tree.consistency(known.size(), size)))
                .isTrue();
    }

    @Test
    void aTreeInDoubtIsToldToWhoeverLooksAfterIt() throws IOException {
        assertSealed(accepted(post(coded())).header("DQ-Entry"));
        HealthEndpoint health = bean(HealthEndpoint.class);
        await().until(() -> health.healthForPath("ledger").getStatus().equals(Status.UP));
        Path kept = home().resolve("data/ledger/head.json");
        String rewound = "{\"size\":1000000,\"root\":\"00\",\"time\":\"\",\"signature\":\"\"}";
        try {
            await().until(() -> {
                Files.writeString(kept, rewound);
                return health.healthForPath("ledger").getStatus().equals(Status.DOWN);
            });
            Reply meanwhile = accepted(post(coded()));
            assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
            assertThat(tree.index(meanwhile.header("DQ-Entry"))).isEmpty();
            Files.delete(kept);
            assertSealed(meanwhile.header("DQ-Entry"));
            assertThat(health.healthForPath("ledger").getStatus()).isEqualTo(Status.UP);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private void assertSealed(String entry) {
        long index = await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> tree.index(entry),
                        place -> place.isPresent()
                                && place.getAsLong() < tree.newest().size())
                .getAsLong();
        String text = bean(LedgerStore.class).entries(List.of(entry)).get(0).text();
        byte[] leaf = Rfc9162.leaf(text.getBytes(StandardCharsets.UTF_8));
        TreeHead head = tree.newest();
        assertThat(Rfc9162.includes(leaf, index, head.size(), head.rootBytes(), tree.inclusion(index, head.size())))
                .isTrue();
    }
}
