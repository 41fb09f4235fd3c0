package org.dianqiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Newcomers;

/** Tests that bring messages to the gateway's door byte by byte, and look at every byte of its answers. */
public abstract class AtTheDoor extends WithGateway {

    protected static final String PLATFORM = "approval.henan";
    protected static final String GRID = "grid.henan";

    private static final Map<String, Identity> SENDERS = new ConcurrentHashMap<>();
    private static final Map<String, Office> SUPERVISORS = new ConcurrentHashMap<>();

    protected static Identity sender(String partner) {
        return SENDERS.computeIfAbsent(partner, WithGateway::identity);
    }

    /** The story's first message, about a plot of its own. */
    protected static Draft coded() {
        return event(PLATFORM, "project.code-assigned", Plots.coded());
    }

    protected static Draft event(String from, String service, JsonNode payload) {
        return Draft.event(from, sender(from)::seal, service, payload);
    }

    protected static Draft query(String from, String service, JsonNode payload) {
        return Draft.query(from, sender(from)::seal, service, payload);
    }

    protected static Draft drill() {
        return event(PLATFORM, "drill.held", Plots.object());
    }

    protected static Reply post(Draft draft) {
        return post(draft.sealed());
    }

    protected static Reply post(Parcel parcel) {
        return parcel.post(gateway());
    }

    /** Registers a partner while the gateway runs. `file`: what its file says besides id and name. */
    protected static Identity newcomer(String partner, String file) {
        Identity identity = Newcomers.register(home(), partner);
        SENDERS.put(partner, identity);
        describe(partner, file);
        return identity;
    }

    protected static void describe(String partner, String file) {
        try {
            Newcomers.put(
                    home().resolve("mappings/partners/" + partner + ".yaml"),
                    "id: %s\nname: { zh: %s, en: %s }\n%s".formatted(partner, partner, partner, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bean(FileWatch.class).refresh();
    }

    /** A newcomer with an office where its messages are brought. `file` ends before the endpoint. */
    protected static Office office(String partner, String file) {
        try {
            Office office = Office.of(newcomer(partner, file));
            describe(partner, file + "endpoint: { transport: native, url: \"" + office.endpoint() + "\" }\n");
            return office;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one supervisor of a region, for all tests: of two only one would be warned. */
    protected static Office supervisor(String region) {
        return SUPERVISORS.computeIfAbsent(region, of -> office("supervisor." + of, """
                kind: supervisor
                region: "%s"
                receives: [deadline.warned]
                """.formatted(of)));
    }

    protected static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(new String(reply.body())).isIn(200, 202);
        return reply;
    }

    /** By checks that come before it is certain who speaks: no signature, no ledger entry. */
    protected static void assertUnsigned(Reply reply, int status, String code) {
        assertProblem(reply, status, code);
        assertThat(reply.headers()).doesNotContainKeys("dq-manifest", "dq-signature", "dq-entry");
    }

    /** Refused with evidence: signed by the gateway, an answer to this message, in the ledger. */
    protected static void assertRefused(Reply reply, Parcel parcel, int status, String code) {
        assertProblem(reply, status, code);
        assertAnswer(reply, parcel, "refusal");
        assertThat(entry(reply)).containsEntry("outcome", code).containsEntry("answer_body", reply.body());
    }

    protected static void assertReceipt(Reply reply, Parcel parcel, int status) {
        assertThat(reply.status()).as(new String(reply.body())).isEqualTo(status);
        assertAnswer(reply, parcel, "receipt");
        assertThat(entry(reply)).containsEntry("outcome", "accepted");
    }

    /** What every signed answer has, checked with the gateway's pinned certificate. */
    protected static void assertAnswer(Reply reply, Parcel parcel, String kind) {
        assertThat(Newcomers.sealedBy(signatories(), reply.bytes("DQ-Manifest"), reply.bytes("DQ-Signature")))
                .as("signed by the gateway")
                .isTrue();
        JsonNode manifest = reply.manifest();
        assertThat(manifest.path("v").asInt()).isEqualTo(1);
        assertThat(List.of("kind", "from", "to", "service", "replyTo"))
                .map(member -> manifest.path(member).asText())
                .containsExactly(
                        kind,
                        "gateway",
                        parcel.from(),
                        parcel.said().path("service").asText(),
                        parcel.id());
        assertThat(manifest.path("sent").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertBody(reply, manifest.path("parts"));
        assertThat(entry(reply))
                .containsEntry("direction", "in")
                .containsEntry("partner", parcel.from())
                .containsEntry("message_id", parcel.id())
                .containsEntry("manifest", parcel.manifest())
                .containsEntry("answer_manifest", reply.bytes("DQ-Manifest"));
    }

    protected static long entriesOf(Parcel parcel) {
        return database()
                .sql("SELECT count(*) FROM ledger_entry WHERE direction = 'in' AND partner = ? AND message_id = ?")
                .params(parcel.from(), parcel.id())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> entry(Reply reply) {
        return database()
                .sql("SELECT * FROM ledger_entry WHERE id = ?")
                .param(reply.header("DQ-Entry"))
                .query()
                .singleRow();
    }

    private static void assertBody(Reply reply, JsonNode parts) {
        assertThat(parts).hasSize(reply.body().length == 0 ? 0 : 1);
        if (!parts.isEmpty()) {
            JsonNode part = parts.get(0);
            assertThat(part.path("name").asText()).isEqualTo("body");
            assertThat(part.path("type").asText()).isEqualTo(reply.header("Content-Type"));
            assertThat(part.path("length").asInt()).isEqualTo(reply.body().length);
            assertThat(part.path("sm3").asText()).isEqualTo(Draft.sm3(reply.body()));
        }
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status() + " " + reply.code()).isEqualTo(status + " " + code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("title").asText()).matches("[A-Z][ -~]+");
        assertThat(reply.json().path("detail").asText()).matches("(?s).*\\p{IsHan}.*");
        assertThat(reply.json().path("advice").asText()).matches("[A-Z][ -~]+");
        assertThat(reply.json().has("errors")).isEqualTo(code.equals("contract-violated"));
    }
}
