package org.dianqiao.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a marketing system calls back in SOAP is taken if it has signed it, once; the answer is signed by us. */
class CallBacksInSoapTest extends WithSoapMarketing {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String known() throws Exception {
        answersInSoap().answers(asked -> saysTo(asked, "00000"));
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
        return posted(envelope.getBytes(UTF_8), "UTF-8");
    }

    private static HttpResponse<String> posted(byte[] envelope, String charset) throws Exception {
        return posted(soapCallBacks(), envelope, charset);
    }

    private static HttpResponse<String> posted(URI door, byte[] envelope, String charset) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "text/xml;charset=" + charset)
                .header("SOAPAction", "\"callBack\"")
                .POST(BodyPublishers.ofByteArray(envelope))
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

    /** Though it is 1.1 that we answer in. */
    @Test
    void mayComeInTheLaterVersion() throws Exception {
        String application = known();
        HttpResponse<String> answer = posted(
                written(THEIRS, order(application, "3")).inTheLaterVersion().text());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        isOurs(answer.body());
        assertThat(stages(application)).containsExactly("accepted finished");
        String altered =
                written(THEIRS, order(application, "6")).inTheLaterVersion().text();
        HttpResponse<String> refused = posted(altered.replace("&gt;6&lt;", "&gt;4&lt;"));
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("<faultcode>soap:Client</faultcode>", "签名与 Body");
    }

    @Test
    void areNotOfTwoVersions() throws Exception {
        String application = known();
        String mixed = written(THEIRS, order(application, "3"))
                .inTheLaterVersion()
                .text()
                .replaceFirst(
                        "<soap:Envelope xmlns:soap=\"[^\"]*\"",
                        "<soap:Envelope xmlns:soap=\"" + Handwritten.SOAP + "\"");
        assertThat(posted(mixed).body()).contains("<soap:Fault>", "Envelope 中应依次为");
        assertThat(stages(application)).isEmpty();
    }

    /** What the bytes are and what they declare counts, not what HTTP calls them. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, GBK, UTF-8, '应为 UTF-8，实似 GBK'",
        "GBK, UTF-8, UTF-8, '声明为 GBK，实为 UTF-8'",
        "GBK, UTF-8, GBK, '声明为 GBK，实为 UTF-8'",
        "GBK, GBK, UTF-8, ''",
        "UTF-8, UTF-8, GBK, ''"
    })
    void areInTheEncodingThatTheyDeclare(String declared, String bytes, String called, String refusal)
            throws Exception {
        String application = known();
        String order = order(application, "6").replace("</data>", "<reasonName>照片不清，请重拍</reasonName></data>");
        String envelope = written(THEIRS, order).text().replaceFirst("UTF-8", declared);
        HttpResponse<String> answer = posted(envelope.getBytes(Charset.forName(bytes)), called);
        if (refusal.isEmpty()) {
            isOurs(answer.body());
            assertThat(stages(application)).containsExactly("accepted paused");
        } else {
            assertThat(answer.body()).contains("<soap:Fault>", refusal);
            assertThat(stages(application)).isEmpty();
        }
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

    @Test
    void areNotUsedUpWhereNoSoapIsHeard() throws Exception {
        String application = known();
        String envelope = written(THEIRS, order(application, "3")).text();
        HttpResponse<String> refused = posted(callBacks(), envelope.getBytes(UTF_8), "UTF-8");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(refused.body()).contains("<faultcode>soap:Client</faultcode>", "unknown-path");
        assertThat(stages(application)).isEmpty();
        assertThat(posted(envelope).body()).contains("&lt;code&gt;0000&lt;");
        assertThat(stages(application)).containsExactly("accepted finished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing/call-back-soap", "marketing/call-back"})
    void areAskedForAgainBeforeTheDoorOpens(String what) throws Exception {
        answersInSoap();
        MockHttpServletResponse answer = calledBeforeItOpens(what, "text/xml");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).contains("<faultcode>soap:Server</faultcode>", "unavailable");
    }

    /** Whoever signs in SOAP is believed in nothing else, and by nothing less. */
    @Test
    void doNotComeInUnsignedBesideIt() throws Exception {
        String application = known();
        HttpRequest request = HttpRequest.newBuilder(soapCallBacks())
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
