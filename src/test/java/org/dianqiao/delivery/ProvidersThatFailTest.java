package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.Test;

/** Where the registry does not say it, nobody says it. */
class ProvidersThatFailTest extends AskingTheRegistry {

    @Test
    void endWith504WhereTheProviderIsSilentAndMayBeAskedAgain() {
        registry.manner(visit -> silent());
        assertRefused(post(question), question, 504, "provider-timeout");
        assertThat(outcomes()).containsExactly("expired");
        registry.manner(KNOWS);
        assertThat(accepted(post(question)).json()).isEqualTo(units());
    }

    @Test
    void endWith502WhereTheAnswerProvesNothing() {
        List<Manner> worthless = List.of(
                visit -> Response.unsigned(500),
                visit -> Response.unsigned(200),
                visit -> Response.unsigned(404),
                visit -> Response.unsigned(0),
                visit -> Response.redirect(registry.endpoint() + "/property.lookup"),
                visit -> Response.refusal(403, "not-permitted"),
                visit -> Response.reply(Plots.object()),
                visit -> new Response(200, "receipt", null, "application/json", "{\"units\":[]}".getBytes()),
                visit ->
                        new Response(200, "reply", null, "application/json", "{\"units\":[],\"units\":[]}".getBytes()));
        for (Manner manner : worthless) {
            registry.visits().clear();
            registry.manner(manner);
            assertRefused(post(question), question, 502, "provider-failed");
            assertThat(registry.visits()).hasSize(1);
            assertThat(outcomes()).hasSize(1).doesNotContain("answered");
        }
    }

    /** It is no dead letter: nobody can send it again. */
    @Test
    void areShownAsHavingGivenNoAnswer() {
        registry.manner(visit -> Response.unsigned(500));
        assertRefused(post(question), question, 502, "provider-failed");
        String unanswered = database()
                .sql("SELECT id FROM ledger_entry WHERE direction = 'out' AND message_id = ?")
                .param(onlyVisit().manifest().path("id").asText())
                .query(String.class)
                .single();
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");
        assertThat(viewer.get("/messages/" + unanswered).body())
                .contains("对方没有给出可用的答复。")
                .doesNotContain("已转入死信");
    }

    @Test
    void endWith502WhereAnotherKeySigned() throws IOException {
        try (Office impostor = Office.of(Newcomers.unregistered(home(), REGISTRY))) {
            impostor.manner(KNOWS);
            pointTheRegistryTo(impostor);
            assertRefused(post(question), question, 502, "provider-failed");
        } finally {
            pointTheRegistryTo(registry);
        }
    }

    private static Response silent() {
        try {
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Response.unsigned(0);
    }
}
