package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger holds of a message is told to those who spoke, to those who were told, and to those who supervise. */
class EntriesForTheirPartiesTest extends AtTheDoor {

    private static final String BUREAU = "supervisor.henan";
    private static final String GAS = "gas.huangshan";
    private static final String PLATFORM_THERE = "approval.huangshan";

    private static Office huangshan;

    @BeforeAll
    static void opensHuangshan() {
        newcomer(BUREAU, """
                kind: supervisor
                region: "410000"
                sends: [ { service: ledger.entry } ]
                """);
        newcomer(GAS, """
                kind: utility
                utility: gas
                region: "341000"
                sends: [ { service: notice.published }, { service: ledger.entry } ]
                """);
        huangshan = office(PLATFORM_THERE, """
                kind: approval-platform
                region: "341000"
                sends: [ { service: ledger.entry } ]
                receives: [ notice.published ]
                """);
    }

    @AfterAll
    static void closes() {
        huangshan.close();
    }

    @Test
    void tellsTheTextWordForWord() {
        Parcel parcel = coded().sealed();
        Reply receipt = accepted(post(parcel));
        assertThat(asked(PLATFORM, entryOf(receipt)).json().path("text").asText())
                .isEqualTo("""
                        dqx-entry/1
                        %s
                        %s
                        in
                        approval.henan
                        %s
                        event
                        project.code-assigned
                        accepted
                        %s
                        %s
                        %s
                        """.formatted(
                                entryOf(receipt),
                                receipt.json().path("accepted").asText(),
                                parcel.id(),
                                Draft.sm3(parcel.manifest()),
                                Draft.sm3(signature(parcel)),
                                Draft.sm3(receipt.bytes("DQ-Manifest"))));
    }

    @Test
    void tellsTheIndexOnceItIsSealed() {
        String entry = entryOf(accepted(post(drill())));
        JsonNode sealed = await().until(() -> asked(PLATFORM, entry).json(), told -> told.has("index"));
        assertThat(sealed.path("index").isIntegralNumber()).isTrue();
        assertThat(bean(Contracts.class).violations("ledger.entry.reply", sealed))
                .isEmpty();
    }

    @Test
    void tellsASupervisorOfEveryone() {
        assertThat(asked(BUREAU, entryOf(accepted(post(drill())))).status()).isEqualTo(200);
    }

    @Test
    void tellsNobodyElse() {
        String entry = entryOf(accepted(post(drill())));
        Parcel curious = query(GRID, "ledger.entry", question(entry)).sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @Test
    void tellsBothOfAMessageThatWasPassedOn() {
        String entry = passedOn();
        assertThat(asked(GAS, entry).json().path("text"))
                .isEqualTo(asked(PLATFORM_THERE, entry).json().path("text"));
        assertThat(asked(GAS, entry).json().path("text").asText().lines())
                .contains("out", PLATFORM_THERE, "notice.published", "delivered");
        Parcel curious = query(GRID, "ledger.entry", question(entry)).sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @Test
    void doesNotTellTheReceiverOfWhatItsSenderWasAnswered() {
        Reply receipt = accepted(post(event(GAS, "notice.published", Plots.notice("计划停气"))));
        assertThat(asked(GAS, entryOf(receipt)).status()).isEqualTo(200);
        Parcel curious = query(PLATFORM_THERE, "ledger.entry", question(entryOf(receipt)))
                .sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01k6abcdefghjkmnpqrstvwxyz",
                "0",
                "UPPER",
                "",
                "a b",
                "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
            })
    void refusesAnEntryThatIsNotThere(String entry) {
        Parcel parcel = query(PLATFORM, "ledger.entry", question(entry)).sealed();
        Reply refusal = post(parcel);
        assertRefused(refusal, parcel, 422, "contract-violated");
        assertThat(refusal.json().at("/errors/0/pointer").asText()).isEqualTo("/entry");
    }

    @Test
    void wantsTheGrantAsAnyServiceDoes() throws IOException {
        for (String partner : new String[] {PLATFORM, GRID}) {
            Path file = Path.of("mappings/partners/" + partner + ".yaml");
            assertThat(Files.readString(file)).contains("ledger.entry");
        }
        newcomer("heat.huangshan", """
                kind: utility
                utility: heat
                region: "341000"
                sends: [ { service: lead.answered } ]
                """);
        Parcel parcel = query("heat.huangshan", "ledger.entry", question("0")).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    private static Reply asked(String partner, String entry) {
        return accepted(post(query(partner, "ledger.entry", question(entry))));
    }

    private static JsonNode question(String entry) {
        return new ObjectMapper().createObjectNode().put("entry", entry);
    }

    /** The entry of a notice's delivery to Huangshan. */
    private static String passedOn() {
        Reply receipt = accepted(post(event(GAS, "notice.published", Plots.notice("管网改造"))));
        return await().until(
                        () -> database()
                                .sql(
                                        "SELECT id FROM ledger_entry WHERE direction = 'out' AND parts_of = ? AND partner = ?")
                                .params(entryOf(receipt), PLATFORM_THERE)
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private static String entryOf(Reply reply) {
        return String.valueOf(reply.header("DQ-Entry"));
    }

    private static byte[] signature(Parcel parcel) {
        return Base64.getDecoder().decode(parcel.signatureHeader());
    }
}
