package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.Test;

/** A question that the gateway passes on, and the answer that it brings back. */
class QueriesToPartnersTest extends AskingTheRegistry {

    @Test
    void arriveWithTheAskersSignatureCaseAndPurpose() {
        accepted(post(question));
        Visit visit = onlyVisit();
        assertThat(visit.path()).isEqualTo("/exchange/v1/property.lookup");
        assertThat(visit.originManifest()).isEqualTo(question.manifestHeader());
        assertThat(visit.originSignature()).isEqualTo(question.signatureHeader());
        assertThat(visit.body()).isEqualTo(question.body());
        assertThat(Stream.of("kind", "from", "to", "service", "case", "purpose")
                        .map(member -> visit.manifest().path(member).asText()))
                .containsExactly("query", "gateway", REGISTRY, "property.lookup", Plots.CODE, "supply application");
        assertThat(visit.manifest().path("id").asText()).isNotEqualTo(question.id());
        assertThat(Newcomers.sealedBy(signatories(), decoded(visit.manifestHeader()), decoded(visit.signatureHeader())))
                .isTrue();
    }

    @Test
    void comeBackWithTheProvidersSignature() throws IOException {
        Reply reply = post(question);
        assertThat(reply.status()).isEqualTo(200);
        assertAnswer(reply, question, "reply");
        assertThat(reply.json()).isEqualTo(units());
        byte[] origin = reply.bytes("DQ-Origin-Manifest");
        assertThat(Newcomers.sealedBy(
                        Newcomers.signatories(home(), registry.identity()), origin, reply.bytes("DQ-Origin-Signature")))
                .isTrue();
        JsonNode said = new ObjectMapper().readTree(origin);
        assertThat(said.path("from").asText()).isEqualTo(REGISTRY);
        assertThat(said.path("replyTo")).isEqualTo(onlyVisit().manifest().path("id"));
        assertThat(said.path("parts").get(0).path("sm3"))
                .isEqualTo(reply.manifest().path("parts").get(0).path("sm3"));
    }

    @Test
    void areAnsweredAgainByteForByteWithoutAskingAgain() {
        Reply first = accepted(post(question));
        registry.manner(visit -> Response.unsigned(500));
        Reply again = accepted(post(question));
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(again.header("DQ-Origin-Manifest")).isNotNull();
        assertThat(registry.visits()).hasSize(1);
    }

    @Test
    void standInTheLedgerOnBothSides() {
        accepted(post(question));
        assertThat(entriesOf(question)).isOne();
        assertThat(outcomes()).containsExactly("answered");
    }

    @Test
    void standInTheLedgerAsOftenAsTheProviderWasAsked() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<Reply>> replies = threads.invokeAll(Stream.generate(() -> (Callable<Reply>) () -> post(question))
                .limit(20)
                .toList());
        List<List<String>> words = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            words.add(accepted(reply.get()).words());
        }
        threads.shutdown();
        assertThat(words.stream().distinct()).hasSize(1);
        assertThat(entriesOf(question)).isOne();
        assertThat(outcomes()).hasSameSizeAs(registry.visits()).containsOnly("answered");
    }

    @Test
    void standInTheLedgerAlsoWhereAnotherNodeAnsweredFirst() {
        Reply byAnotherNode = accepted(post(question));
        Parcel equal = question().sealed();
        registry.manner(visit -> {
            bindAs(equal, question);
            return KNOWS.answer(visit);
        });
        assertThat(accepted(post(equal)).words()).isEqualTo(byAnotherNode.words());
        assertThat(registry.visits()).hasSize(2);
        assertThat(outcomes()).containsExactly("answered", "answered");
        assertThat(entriesOf(equal)).isZero();
    }

    /** As another node does that was asked the same and was faster. */
    private static void bindAs(Parcel equal, Parcel answered) {
        database()
                .sql("""
                        INSERT INTO accepted (sender, message_id, manifest_sm3, entry, asked_entry)
                        SELECT sender, ?, decode(?, 'hex'), entry, asked_entry FROM accepted
                        WHERE sender = ? AND message_id = ?
                        """)
                .params(equal.id(), Draft.sm3(equal.manifest()), answered.from(), answered.id())
                .update();
    }

    @Test
    void findAProviderWhoCameAMomentAgo() throws IOException {
        Parcel named = query(GRID, "property.lookup", Plots.propertyOf(CERTIFICATE))
                .put("purpose", "supply application")
                .put("to", "registry.kaifeng")
                .sealed();
        assertRefused(post(named), named, 403, "not-permitted");
        try (Office kaifeng = Office.of(Newcomers.register(home(), "registry.kaifeng"))) {
            kaifeng.manner(KNOWS);
            Newcomers.put(
                    home().resolve("mappings/partners/registry.kaifeng.yaml"),
                    "id: registry.kaifeng\nname: { zh: 开封市不动产登记中心, en: Kaifeng registry }\n" + FILE
                            + "endpoint: { transport: native, url: \"" + kaifeng.endpoint() + "\" }\n");
            await().until(() -> post(named).status() == 200);
            assertThat(registry.visits()).isEmpty();
        } finally {
            Files.delete(home().resolve("mappings/partners/registry.kaifeng.yaml"));
            bean(FileWatch.class).refresh();
        }
    }
}
