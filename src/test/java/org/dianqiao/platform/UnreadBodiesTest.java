package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.dianqiao.WithGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends all of a large body before it reads a word hears why nobody wanted it. */
class UnreadBodiesTest extends WithGateway {

    private static final byte[] LARGE = new byte[16 << 20];

    @ParameterizedTest
    @CsvSource({
        "POST, /exchange/v1/project.code-assigned, 400",
        "POST, /exchange/v1/nothing, 400",
        "PATCH, /exchange/v1/uploads/nobody, 412",
        "POST, /exchange/v1/certificates, 405",
        "POST, /ledger/v1/head, 405",
        "POST, /login, 403"
    })
    void hearsTheRefusal(String method, String path, int status) {
        Reply reply =
                RawLine.tell(gateway(), method, path, List.of("Content-Length", Integer.toString(LARGE.length)), LARGE);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("connection")).isEqualTo("close");
    }
}
