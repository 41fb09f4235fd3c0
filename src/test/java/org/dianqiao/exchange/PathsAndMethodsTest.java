package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsAndMethodsTest extends AtTheDoor {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE", "CONNECT", "post"})
    void takesMessagesByPostOnly(String method) {
        Reply reply = RawLine.ask(gateway(), method, "/exchange/v1/project.code-assigned", "Content-Length", "0");
        assertUnsigned(reply, 405, "wrong-method");
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }

    @Test
    void saysNothingToHeadButTheStatus() {
        Reply reply = RawLine.ask(gateway(), "HEAD", "/exchange/v1/project.code-assigned");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT"})
    void knowsNothingElseByTheMethodsOfProxies(String method) {
        for (String path : List.of("/exchange/v2/lead.lookup", "/elsewhere/at/all", "/login", "gateway:8080")) {
            assertUnsigned(RawLine.ask(gateway(), method, path, "Cookie", "a=b"), 404, "unknown-path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "CONNECT"})
    void givesItsCertificatesByGetOnly(String method) {
        Reply reply = RawLine.ask(gateway(), method, "/exchange/v1/certificates", "Content-Length", "0");
        assertUnsigned(reply, 405, "wrong-method");
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exchange",
                "/exchange/",
                "/exchange/v1",
                "/exchange/v1/",
                "/exchange/v2/lead.lookup",
                "/exchange/v1/lead.lookup/",
                "/exchange/v1/lead/lookup",
                "/exchange/v1/Lead.lookup",
                "/exchange/v1/.lookup",
                "/exchange/v1/lead..lookup",
                "/exchange/v1/lead.lookup;v=1",
                "/exchange/v1/1lead",
                "/exchange/v1/{service}",
                "//exchange/v1/lead.lookup",
                "/Exchange/v1/lead.lookup",
                "/elsewhere/at/all"
            })
    void knowsNoOtherPath(String path) {
        Reply reply = RawLine.ask(gateway(), "POST", path, "Content-Length", "0");
        assertThat(reply.status()).as(new String(reply.body())).isIn(404, 400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.code()).isEqualTo(reply.status() == 404 ? "unknown-path" : "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exchange/v1/lead%2Elookup", "/exchange/v1/%6Cead.lookup", "/exchange/v1/lead.lookup%00",
                "/%65xchange/v1/lead.lookup", "/exchange/v1/lead%2flookup", "/exchange/v1/%2e%2e/v1/lead.lookup",
                "/exchange/v1/lead%zz", "/exchange/v1/lead%25lookup", "/exchange/v1/lead%5Clookup"
            })
    void refusesAPathWithPercentEncoding(String path) {
        assertUnsigned(RawLine.ask(gateway(), "POST", path, "Content-Length", "0"), 400, "malformed");
    }

    @Test
    void takesNoNoticeOfAQueryString() {
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel.at(parcel.path() + "?service=lead.lookup&httpMethodRestrict=GET")), parcel, 202);
    }

    @Test
    void refusesWhatIsNoRequest() {
        Reply reply = RawLine.ask(gateway(), "POST", "/exchange/v1/lead.lookup HTTP/9.9\r\nX: ");
        assertUnsigned(reply, 400, "malformed");
    }

    @Test
    void answersAsBeforeAfterAllThis() {
        for (int i = 0; i < 300; i++) {
            List<String> headers = new ArrayList<>(List.of("Content-Length", "0", "DQ-Manifest", "x" + i));
            assertThat(RawLine.tell(gateway(), "POST", "/exchange/v1/lead.lookup", headers, new byte[0])
                            .status())
                    .isEqualTo(400);
        }
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel), parcel, 202);
    }
}
