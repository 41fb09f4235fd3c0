package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody is proven to have sent stands in no ledger. It is counted by door, partner and reason, and logged. */
@ExtendWith(OutputCaptureExtension.class)
class TurnedAwayIsCountedTest extends WithSoapMarketing {

    private static final String NAME = "dianqiao.refused";

    @BeforeEach
    void speaksSoap() throws Exception {
        answersInSoap();
    }

    private static double counted(String door, String partner, String code) {
        return Optional.ofNullable(bean(MeterRegistry.class)
                        .find(NAME)
                        .tags("door", door, "partner", partner, "code", code)
                        .counter())
                .map(Counter::count)
                .orElse(0d);
    }

    private static long entries() {
        return database()
                .sql("SELECT count(*) FROM ledger_entry WHERE direction = 'in' AND partner = ?")
                .param(GRID_OF_JINAN)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> posted(URI door, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String signedBy(Supplier who) {
        return new Handwritten(
                        who,
                        "<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml/></m:callBack>",
                        CLOCK.instant())
                .text();
    }

    @Test
    void whereASignatureInSoapDoesNotHold(CapturedOutput log) throws Exception {
        double before = counted("connect", GRID_OF_JINAN, "bad-signature");
        long entries = entries();
        assertThat(posted(soapCallBacks(), "<hello/>").body()).contains("soap:Client");
        assertThat(posted(soapCallBacks(), signedBy(OURS)).body()).contains("soap:Client");
        assertThat(counted("connect", GRID_OF_JINAN, "bad-signature")).isEqualTo(before + 2);
        assertThat(entries()).isEqualTo(entries);
        assertThat(log).contains(GRID_OF_JINAN + ": bad-signature WS-Security：");
    }

    @Test
    void underOneNameForAllWhomNobodyKnows() throws Exception {
        double before = counted("connect", "unknown", "unknown-path");
        posted(gateway().resolve("/connect/v1/grid.mars/marketing/call-back"), "");
        posted(gateway().resolve("/connect/v1/grid.venus/marketing/call-back"), "");
        assertThat(counted("connect", "unknown", "unknown-path")).isEqualTo(before + 2);
        assertThat(bean(MeterRegistry.class)
                        .find(NAME)
                        .tag("partner", "grid.mars")
                        .counter())
                .isNull();
    }

    @Test
    void atTheDoorOfTheProtocolAsWell() throws Exception {
        double before = counted("exchange", "unknown", "malformed");
        double nowhere = counted("exchange", "unknown", "unknown-path");
        posted(gateway().resolve("/exchange/v1/permit.file"), "hello");
        posted(gateway().resolve("/exchange/v1/Permit"), "hello");
        assertThat(counted("exchange", "unknown", "malformed")).isEqualTo(before + 1);
        assertThat(counted("exchange", "unknown", "unknown-path")).isEqualTo(nowhere + 1);
    }

    @Test
    void andShownToAnAdministrator() throws Exception {
        posted(soapCallBacks(), "<hello/>");
        Visitor administrator = new Visitor(gateway());
        administrator.post("/login", "username=administrator&password=");
        assertThat(administrator
                        .json("/actuator/metrics/" + NAME + "?tag=partner:" + GRID_OF_JINAN + "&tag=code:bad-signature")
                        .body())
                .contains("\"name\":\"" + NAME + "\"", "\"COUNT\"");
    }
}
