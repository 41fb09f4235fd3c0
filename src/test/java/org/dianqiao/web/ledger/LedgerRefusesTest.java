package org.dianqiao.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the ledger and cannot be given. */
class LedgerRefusesTest extends AtTheLedger {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/heads",
                "/heads?after=",
                "/heads?after=-1",
                "/heads?after=1.0",
                "/heads?after=0x10",
                "/heads?after=1e3",
                "/heads?after=%201",
                "/heads?after=+1",
                "/heads?after=01",
                "/heads?after=1&after=1",
                "/heads?after=9223372036854775808",
                "/heads?after=%D9%A1",
                "/proofs/inclusion",
                "/proofs/inclusion?index=0",
                "/proofs/inclusion?size=1",
                "/proofs/inclusion?index=0&size=0",
                "/proofs/inclusion?index=1&size=1",
                "/proofs/inclusion?index=0&index=0&size=1",
                "/proofs/inclusion?index=0&size=999999999999999999",
                "/proofs/inclusion?index=999999999999999999&size=1",
                "/proofs/consistency?from=0&to=1",
                "/proofs/consistency?from=0&to=0",
                "/proofs/consistency?from=2&to=1",
                "/proofs/consistency?from=1",
                "/proofs/consistency?from=1&to=999999999999999999",
                "/proofs/consistency?from=1&to=-1",
                "/tiles/0/999999999999999999",
                "/tiles/0/-1",
                "/tiles/-1/0",
                "/tiles/x/0",
                "/tiles/8/0",
                "/tiles/255/0",
                "/tiles/7/0",
                "/tiles/999999999999/0",
                "/tiles/0/0?width=0",
                "/tiles/0/0?width=257",
                "/tiles/0/0?width=-1",
                "/tiles/0/0?width=",
                "/tiles/0/0?width=1&width=1",
                "/tiles/1/0?width=256",
                "/tiles/2/0",
                "/tiles/2/0?width=1"
            })
    void refusesWhatIsNoNumberOrOutOfRange(String path) {
        assertProblem(get(path), 400, "malformed");
    }

    @Test
    void refusesATreeThatIsNotYet() {
        assertProblem(get("/proofs/inclusion?index=0&size=" + (size + 1_000_000)), 400, "malformed");
        assertProblem(get("/proofs/consistency?from=1&to=" + (size + 1_000_000)), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/head/",
                "/Head",
                "/heads/0",
                "/proofs",
                "/proofs/exclusion",
                "/tiles/0",
                "/tiles/0/0/0"
            })
    void knowsNoOtherPath(String path) {
        assertProblem(get(path), 404, "unknown-path");
        assertProblem(RawLine.ask(gateway(), "GET", "/ledger/v1" + path, "Accept", "text/html"), 404, "unknown-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PROPFIND", "get"})
    void isReadAndNothingElse(String method) {
        for (String path : new String[] {"/head", "/heads?after=0", "/tiles/0/0", "/proofs/inclusion?index=0&size=1"}) {
            Reply reply = RawLine.ask(gateway(), method, "/ledger/v1" + path, "Content-Length", "0");
            assertProblem(reply, 405, "wrong-method");
            assertThat(String.valueOf(reply.header("Allow")).split(", ?")).containsExactlyInAnyOrder("GET", "HEAD");
        }
    }
}
