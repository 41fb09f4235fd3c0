package org.dianqiao.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dianqiao.AtTheDoor;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.BeforeAll;

/** Tests that ask for the ledger byte by byte; it has more than a tile of entries. */
abstract class AtTheLedger extends AtTheDoor {

    static final int TILE = 256;

    static long size;

    @BeforeAll
    static void hasMoreThanATile() {
        for (int i = 0; i <= TILE; i++) {
            accepted(post(drill()));
        }
        size = await().until(AtTheLedger::newest, head -> head > TILE);
    }

    static long newest() {
        return get("/head").json().path("size").asLong();
    }

    static Reply get(String path) {
        return RawLine.ask(gateway(), "GET", "/ledger/v1" + path);
    }

    static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status() + " " + reply.code()).isEqualTo(status + " " + code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().path("detail").asText()).matches(".*\\p{IsHan}.*");
    }
}
