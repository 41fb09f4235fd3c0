package org.dianqiao.sandbox.marketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.dianqiao.MovedClock;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.PlainSoap;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The older form of the marketing system, as a client meets it that writes and signs its XML by hand. */
class MarketingInSoapTest {

    private static final String NUMBER = "0126093009000041010507";
    private static final String ORDER = """
            <ORDER><SERVICECODE>0207115</SERVICECODE><source>03</source><target>41101</target><data>\
            <preAppNo>%s</preAppNo><channelType>64</channelType><proCode>410000</proCode>\
            <cityCode>410100</cityCode><orgNo>41101</orgNo><countyCode>410105</countyCode>\
            <elecAddr>河南省郑州市金水区杨金路</elecAddr><busiTypeCode>101</busiTypeCode><custType>03</custType>\
            <consName>李卫东</consName></data></ORDER>""".formatted(NUMBER);
    private static final String QUESTION = "<ORDER><SERVICECODE>0207116</SERVICECODE><source>03</source>"
            + "<target>41101</target><data><preAppNo>" + NUMBER + "</preAppNo></data></ORDER>";
    private static final Pattern STATE = Pattern.compile("sendElectType&gt;(\\d+)&lt;");

    private final MovedClock clock = new MovedClock();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private HttpServer home;
    private Marketing marketing;

    @BeforeEach
    void open() throws Exception {
        home = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        home.createContext("/call-back-soap", this::hear);
        home.start();
        URI back = URI.create("http://127.0.0.1:" + home.getAddress().getPort() + "/call-back-soap");
        marketing = Marketing.open(
                new Scene(new InetSocketAddress("127.0.0.1", 0), Faults.none(), folder, clock),
                new Way(back, Duration.ofMillis(10), line -> {}));
    }

    @AfterEach
    void close() {
        marketing.close();
        home.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = PlainSoap.envelope("<m:callBackResponse xmlns:m=\"urn:marketing:call-back\"><return>"
                            + "&lt;ORDER&gt;&lt;code&gt;0000&lt;/code&gt;&lt;/ORDER&gt;</return></m:callBackResponse>")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void takesAnOrderAndSaysOfWhichUnderItsSignature() throws Exception {
        HttpResponse<byte[]> answer = post(signed(ORDER));
        assertThat(PlainSoap.said(answer, "transformationResponse")).isEqualTo(answered("00000", "成功"));
        assertThat(Plain.text(answer)).contains("xmlns:m=\"urn:marketing:esb\"");
        SoapPaper.of(folder, Plain.text(answer)).assertSigned(clock.instant());
    }

    @Test
    void saysWhatBecameOfAnOrderWithAllItsZeros() throws Exception {
        assertThat(code(signed(QUESTION))).isEqualTo("00001");
        post(signed(ORDER));
        await().until(() -> told.size() == 6);
        assertThat(said(signed(QUESTION)))
                .startsWith("<ORDER><data><code>00000</code>")
                .contains("<preAppNo>" + NUMBER + "</preAppNo>", "<sendElectType>11</sendElectType>")
                .contains("<appNo>0000000000000001</appNo>", "<consNo>0000000000001</consNo>");
    }

    @Test
    void callsBackStepByStepUnderItsSignature() throws Exception {
        post(signed(ORDER));
        await().until(() -> told.size() == 6);
        assertThat(told).extracting(MarketingInSoapTest::state).containsExactly("1", "3", "8", "9", "10", "11");
        for (String envelope : told) {
            assertThat(envelope)
                    .contains("<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml>&lt;ORDER&gt;")
                    .contains("&lt;preAppNo&gt;" + NUMBER + "&lt;/preAppNo&gt;");
            SoapPaper.of(folder, envelope).assertSigned(clock.instant());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<custType>03</custType>, <custType>07</custType>, 00009",
        "<custType>03</custType>, <custType>3</custType>, 00009",
        "<consName>李卫东</consName>, <consName/>, 00009",
        "<channelType>64</channelType>, '', 00009",
        "<SERVICECODE>0207115</SERVICECODE>, <SERVICECODE>0207199</SERVICECODE>, 00009",
        "<ORDER>, <ORDER><, 00002",
    })
    void refusesAnOrderThatLacksSomething(String part, String instead, String code) throws Exception {
        assertThat(code(signed(ORDER.replace(part, instead)))).isEqualTo(code);
        assertThat(code(signed(QUESTION))).isEqualTo("00001");
    }

    @Test
    void takesTheSameOnceAndNothingElseUnderItsNumber() throws Exception {
        assertThat(code(signed(ORDER))).isEqualTo("00000");
        assertThat(code(signed(ORDER))).isEqualTo("00000");
        assertThat(code(signed(ORDER.replace("李卫东", "李伟东")))).isEqualTo("00004");
        await().until(() -> told.size() == 6);
    }

    @Test
    void takesNothingThatItsCallerHasNotSignedJustNow() throws Exception {
        Instant now = clock.instant();
        assertNotTaken(PlainSoap.envelope(operation(ORDER)));
        assertNotTaken(signed(ORDER).replace("410105", "410102"));
        assertNotTaken(new Handwritten(Supplier.elliptic("stranger"), operation(ORDER), now).text());
        Duration longAgo = Duration.ofMinutes(6);
        assertNotTaken(new Handwritten(SoapPaper.caller(folder), operation(ORDER), now.minus(longAgo)).text());
        assertThat(code(signed(QUESTION))).isEqualTo("00001");
    }

    private void assertNotTaken(String envelope) throws Exception {
        HttpResponse<byte[]> answer = post(envelope);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Plain.text(answer)).contains("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>");
    }

    private static String state(String envelope) {
        var state = STATE.matcher(envelope);
        return state.find() ? state.group(1) : "";
    }

    private static String answered(String code, String message) {
        return "<ORDER><data><code>" + code + "</code><message>" + message + "</message><preAppNo>" + NUMBER
                + "</preAppNo></data></ORDER>";
    }

    private String code(String envelope) throws Exception {
        return said(envelope).replaceFirst(".*<code>(\\d+)</code>.*", "$1");
    }

    private String said(String envelope) throws Exception {
        return PlainSoap.said(post(envelope), "transformationResponse");
    }

    private HttpResponse<byte[]> post(String envelope) throws Exception {
        URI door = marketing.address().resolve("/services/transformation");
        return Plain.post(door, envelope, "Content-Type", "text/xml;charset=UTF-8", "SOAPAction", "\"transformation\"");
    }

    private String signed(String order) throws Exception {
        return new Handwritten(SoapPaper.caller(folder), operation(order), clock.instant()).text();
    }

    private static String operation(String order) {
        return PlainSoap.operation("urn:marketing:esb", "transformation", order);
    }
}
