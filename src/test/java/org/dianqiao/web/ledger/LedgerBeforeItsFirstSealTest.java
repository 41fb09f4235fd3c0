package org.dianqiao.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.dianqiao.Homes;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.sandbox.Signatories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway to which nobody has said anything yet. */
class LedgerBeforeItsFirstSealTest {

    private static final String EMPTY = "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b";

    private static Path home;
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void starts() {
        home = Homes.fresh();
        gateway = Serve.run("--dianqiao.home=" + home, "--dianqiao.sandbox=keys", "--server.port=0");
    }

    @AfterAll
    static void stops() {
        gateway.close();
    }

    @Test
    void signsTheEmptyTree() throws Exception {
        JsonNode head = get("/head").json();
        assertThat(head.path("size").asLong(-1)).isZero();
        assertThat(head.path("root").asText()).isEqualTo(EMPTY);
        String text = "dqx-head/1\n0\n" + EMPTY + "\n" + head.path("time").asText() + "\n";
        assertThat(Newcomers.sealedBy(
                        Signatories.pinned(home.resolve("data/sandbox/gateway.pem")),
                        text.getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(head.path("signature").asText())))
                .isTrue();
    }

    @Test
    void hasNeitherHeadsNorProofsNorTiles() {
        assertThat(new String(get("/heads?after=0").body())).isEqualTo("[]");
        for (String path : new String[] {
            "/proofs/consistency?from=0&to=0",
            "/proofs/consistency?from=1&to=1",
            "/proofs/inclusion?index=0&size=0",
            "/proofs/inclusion?index=0&size=1",
            "/tiles/0/0",
            "/tiles/0/0?width=1"
        }) {
            assertThat(get(path).status()).as(path).isEqualTo(400);
        }
    }

    private static Reply get(String path) {
        URI url = URI.create("http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port"));
        return RawLine.ask(url, "GET", "/ledger/v1" + path);
    }
}
