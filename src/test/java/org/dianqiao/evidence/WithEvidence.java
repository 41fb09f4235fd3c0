package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.audit.Rfc9162;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.verifier.Verified;
import org.junit.jupiter.api.BeforeAll;

/** Those who ask for evidence, and what anybody can recompute of what they get. */
abstract class WithEvidence extends AtTheDoor {

    static final String BUREAU = "supervisor.henan";
    static final String HEAT = "heat.zhengzhou";
    static final String GAS = "gas.huangshan";
    static final String TYPE = "application/vnd.dqx.evidence+zip";

    @BeforeAll
    static void opensTheBureau() {
        newcomer(BUREAU, """
                kind: supervisor
                region: "410000"
                sends: [ { service: ledger.evidence } ]
                """);
        newcomer(HEAT, """
                kind: utility
                utility: heat
                region: "410100"
                sends: [ { service: ledger.evidence } ]
                """);
        newcomer(GAS, """
                kind: utility
                utility: gas
                region: "341000"
                sends: [ { service: ledger.evidence }, { service: notice.published } ]
                """);
    }

    static Draft asking(String partner, ObjectNode question) {
        return query(partner, "ledger.evidence", question);
    }

    static ObjectNode of(String entry) {
        return Plots.object().put("entry", entry);
    }

    static Reply bundle(String partner, ObjectNode question) {
        Reply reply = accepted(post(asking(partner, question)));
        assertThat(reply.header("Content-Type")).isEqualTo(TYPE);
        return reply;
    }

    /** The bundle of an entry, with everything recomputed that can be. */
    static Unpacked evidence(String partner, String entry) {
        return checked(bundle(partner, of(entry)).body());
    }

    static String entryOf(Reply reply) {
        return String.valueOf(reply.header("DQ-Entry"));
    }

    /** An entry that is awaited. `where`: a condition with one parameter. */
    static String entryWhere(String where, Object value) {
        return await().until(
                        () -> database()
                                .sql("SELECT id FROM ledger_entry WHERE " + where + " ORDER BY id LIMIT 1")
                                .param(value)
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    /** A stamp may come in between: who compares does so until it has come. */
    static void assertSame(byte[] bundle, byte[] other) {
        assertThat(Draft.sm3(bundle)).isEqualTo(Draft.sm3(other));
    }

    static void assertVerdict(String verdict, String partner, String entry) {
        byte[] bundle = bundle(partner, of(entry)).body();
        assertThat(opinion(bundle).path("verdict").asText())
                .as(opinion(bundle).toPrettyString())
                .isEqualTo(verdict);
    }

    /** Whatever does not hold fails. */
    static Unpacked checked(byte[] bundle) {
        Unpacked unpacked = Unpacked.of(bundle);
        assertThat(opinion(bundle).path("verdict").asText())
                .as(opinion(bundle).toPrettyString())
                .isNotEqualTo("INVALID");
        assertMimetypeIsReadableInPlace(bundle);
        assertDigests(unpacked);
        assertEntry(unpacked);
        assertInTheTree(unpacked);
        assertCertificates(unpacked);
        return unpacked;
    }

    /** The independent verifier's, which believes the sandbox's root and nobody else. */
    static JsonNode opinion(byte[] bundle) {
        return Verified.report(bundle, home().resolve("data/sandbox/root.pem")).at("/bundles/0");
    }

    /** As tools that guess a file's type look for it. */
    private static void assertMimetypeIsReadableInPlace(byte[] bundle) {
        assertThat(new String(bundle, 30, 8 + TYPE.length(), StandardCharsets.US_ASCII))
                .isEqualTo("mimetype" + TYPE);
        assertThat(new BigInteger(1, new byte[] {bundle[9], bundle[8]}).intValue())
                .as("stored")
                .isZero();
    }

    private static void assertDigests(Unpacked unpacked) {
        for (JsonNode part : unpacked.json("message/manifest.json").path("parts")) {
            String name = "message/parts/" + part.path("name").asText();
            if (unpacked.files().containsKey(name)) {
                assertThat(Draft.sm3(unpacked.bytes(name)))
                        .isEqualTo(part.path("sm3").asText());
            }
        }
        if (unpacked.files().containsKey("answer/body")) {
            assertThat(Draft.sm3(unpacked.bytes("answer/body")))
                    .isEqualTo(unpacked.json("answer/manifest.json")
                            .at("/parts/0/sm3")
                            .asText());
        }
    }

    private static void assertEntry(Unpacked unpacked) {
        boolean answered = unpacked.files().containsKey("answer/manifest.json");
        List<String> lines = unpacked.text("ledger/entry.txt").lines().toList();
        assertThat(lines).hasSize(12);
        assertThat(lines.get(5))
                .isEqualTo(unpacked.json("message/manifest.json").path("id").asText());
        assertThat(lines.subList(9, 12))
                .containsExactly(
                        Draft.sm3(unpacked.bytes("message/manifest.json")),
                        Draft.sm3(unpacked.bytes("message/signature.p7s")),
                        answered ? Draft.sm3(unpacked.bytes("answer/manifest.json")) : "-");
    }

    private static void assertInTheTree(Unpacked unpacked) {
        JsonNode head = unpacked.json("ledger/head.json");
        String said = "dqx-head/1\n%d\n%s\n%s\n"
                .formatted(
                        head.path("size").asLong(),
                        head.path("root").asText(),
                        head.path("time").asText());
        byte[] signature = Base64.getDecoder().decode(head.path("signature").asText());
        assertThat(Newcomers.sealedBy(signatories(), said.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
        JsonNode proof = unpacked.json("ledger/inclusion.json");
        assertThat(proof.path("size")).isEqualTo(head.path("size"));
        List<byte[]> hashes = new ArrayList<>();
        proof.path("hashes").forEach(hash -> hashes.add(HexFormat.of().parseHex(hash.asText())));
        assertThat(Rfc9162.includes(
                        Rfc9162.leaf(unpacked.bytes("ledger/entry.txt")),
                        proof.path("index").asLong(),
                        proof.path("size").asLong(),
                        HexFormat.of().parseHex(head.path("root").asText()),
                        hashes))
                .isTrue();
    }

    private static void assertCertificates(Unpacked unpacked) {
        assertThat(unpacked.in("trust/certificates/")).hasSizeGreaterThanOrEqualTo(2);
        for (String name : unpacked.in("trust/certificates/")) {
            assertThat(unpacked.text(name)).startsWith("-----BEGIN CERTIFICATE-----\n");
        }
    }
}
