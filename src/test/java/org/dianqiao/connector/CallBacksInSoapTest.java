package org.dianqiao.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.Supplier;
import org.junit.jupiter.api.Test;

/** What a marketing system calls back in SOAP is taken if it has signed it, once; the answer is signed by us. */
class CallBacksInSoapTest extends WithSoapMarketing {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String known() throws Exception {
        answersInSoap().answers(asked -> says("00000", ""));
        String application = applied();
        awaitEnd(application, "delivered");
        return application;
    }

    private static String order(String application, String type) {
        return "<ORDER><data><preAppNo>" + number(application) + "</preAppNo><sendElectType>" + type
                + "</sendElectType><appNo>0041202611030001</appNo><auditTime>20260930093000</auditTime></data></ORDER>";
    }

    private static Handwritten written(Supplier who, String order) {
        return new Handwritten(
                who,
                "<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml>" + escaped(order)
                        + "</requestXml></m:callBack>",
                CLOCK.instant());
    }

    private static HttpResponse<String> posted(String envelope) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(soapCallBacks())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"callBack\"")
                .POST(BodyPublishers.ofString(envelope))
                .build();
        return HTTP.send(request, BodyHandlers.ofString(UTF_8));
    }

    private static List<String> stages(String application) {
        return StreamSupport.stream(lookup(application).path("timeline").spliterator(), false)
                .filter(event -> event.path("what").asText().equals("stage"))
                .map(event ->
                        event.path("about").asText() + " " + event.path("state").asText())
                .toList();
    }

    @Test
    void becomeStagesAndAreAnsweredSigned() throws Exception {
        String application = known();
        HttpResponse<String> answer =
                posted(written(THEIRS, order(application, "3")).text());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.body()).contains("callBackResponse", "<return>&lt;ORDER&gt;&lt;code&gt;0000&lt;/code&gt;");
        isOurs(answer.body());
        assertThat(stages(application)).containsExactly("accepted finished");
        assertThat(means(application)).isEqualTo("ws-security");
    }

    private static String means(String application) {
        return database()
                .sql("""
            SELECT convert_from(manifest, 'UTF8')::json -> 'attested' ->> 'means' FROM ledger_entry
            WHERE direction = 'in' AND partner = ? AND outcome = 'accepted' AND case_id = (
                SELECT case_id FROM pre_application WHERE number = ?)
            """)
                .params(GRID_OF_JINAN, number(application))
                .query(String.class)
                .single();
    }

    @Test
    void areToldWhatTheyLack() throws Exception {
        String application = known();
        HttpResponse<String> answer =
                posted(written(THEIRS, order(application, "8").replaceFirst("<appNo>.*</appNo>", ""))
                        .text());
        assertThat(answer.body()).contains("&lt;code&gt;0009&lt;", "appNo");
        isOurs(answer.body());
        assertThat(stages(application)).isEmpty();
    }

    @Test
    void countOnce() throws Exception {
        String application = known();
        String envelope = written(THEIRS, order(application, "3")).text();
        assertThat(posted(envelope).body()).contains("0000");
        HttpResponse<String> again = posted(envelope);
        assertThat(again.statusCode()).isEqualTo(500);
        assertThat(again.body()).contains("<soap:Fault>", "bad-signature", "先前已经收到过");
    }

    @Test
    void areNotTakenOfAnybodyElse() throws Exception {
        String application = known();
        Handwritten theirs = written(THEIRS, order(application, "3"));
        for (String envelope : List.of(
                written(Supplier.rsa("marketing.jinan"), order(application, "3"))
                        .text(),
                theirs.text().replace("&gt;3&lt;", "&gt;4&lt;"),
                theirs.text().replaceFirst("<soap:Header>.*</soap:Header>", ""),
                theirs.text().replaceFirst("(<soap:Header>.*</soap:Header>)(<soap:Body.*</soap:Body>)", "$2$1"),
                "<!DOCTYPE a>" + theirs.text().replaceFirst("<\\?.*\\?>\n", ""),
                "{}",
                "")) {
            HttpResponse<String> answer = posted(envelope);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("<soap:Fault>", "soap:Client", "bad-signature");
        }
        assertThat(stages(application)).isEmpty();
    }

    /** Whoever signs in SOAP is believed in nothing else, and by nothing less. */
    @Test
    void doNotComeInUnsignedBesideIt() throws Exception {
        String application = known();
        HttpRequest request = HttpRequest.newBuilder(callBacks())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofString(
                        "{\"data\":{\"preAppNo\":\"" + number(application) + "\",\"sendElectType\":\"3\"}}"))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).contains("bad-signature");
        assertThat(stages(application)).isEmpty();
    }

    @Test
    void areDescribedByAWsdl() throws Exception {
        known();
        HttpResponse<String> wsdl = get(soapCallBacks() + "?wsdl");
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body()).contains("<wsdl:definitions", "soap:address location=\"" + soapCallBacks() + "\"");
        assertThat(get(soapCallBacks().toString()).statusCode()).isIn(405, 500);
        assertThat(get(soapCallBacks().toString().replace("grid.jinan", "grid.nowhere") + "?wsdl")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(callBacks() + "?wsdl").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString(UTF_8));
    }
}
