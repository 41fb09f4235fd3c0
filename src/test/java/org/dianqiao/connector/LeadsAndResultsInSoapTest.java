package org.dianqiao.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.junit.jupiter.api.Test;

/** Leads and results go to a marketing system as an ORDER in SOAP, signed; what it answers to a lead comes in the same way. */
class LeadsAndResultsInSoapTest extends WithSoapMarketing {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CONTENT = Pattern.compile("&lt;content&gt;([^&]+)&lt;");

    private final String code = Xinzheng.freshCode();

    @Override
    protected String utility() {
        return Xinzheng.GRID_OF_XINZHENG;
    }

    @Override
    protected String whereAndWhat() {
        return Xinzheng.WHERE_AND_WHAT;
    }

    @Test
    void aLeadGoesSignedAsAString() throws Exception {
        PlayedSoapSystem system = answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        String envelope = system.asked().get(0);
        assertThat(envelope)
                .contains(
                        "&lt;ORDER&gt;&lt;SERVICECODE&gt;0207117&lt;/SERVICECODE&gt;&lt;source&gt;03&lt;",
                        "&lt;leadNo&gt;" + lead + "&lt;",
                        "&lt;leadSource&gt;01&lt;",
                        "&lt;consName&gt;河南中原置业有限公司&lt;");
        assertThat(numberIn(envelope)).isEqualTo(number(lead));
        isOurs(envelope);
    }

    @Test
    void aResultGoesWithItsFiles() throws Exception {
        PlayedSoapSystem system = answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String filing = Xinzheng.approved("电子证照");
        awaitEnd(filing, "delivered");
        String envelope = system.asked().get(0).replace("&#13;", "");
        assertThat(envelope)
                .contains(
                        "&lt;SERVICECODE&gt;0207118&lt;",
                        "&lt;filingNo&gt;" + filing + "&lt;",
                        "&lt;result&gt;04&lt;",
                        "&lt;certIdentifier&gt;" + Xinzheng.LICENCE + "&lt;");
        Matcher contents = CONTENT.matcher(envelope);
        assertThat(contents.results().map(each -> begin(each.group(1)))).containsExactly("%PDF", "PK\u0003\u0004", "电");
        isOurs(system.asked().get(0));
    }

    private static String begin(String content) {
        byte[] bytes = Base64.getDecoder().decode(content);
        return new String(bytes, 0, bytes[0] < 0 ? 3 : 4, UTF_8);
    }

    @Test
    void areAskedAboutWhereNobodyAnswered() throws Exception {
        PlayedSoapSystem system =
                answersInSoap().answers(asked -> PlayedSoapSystem.NOTHING).answers(asked -> saysTo(asked, "00000"));
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        assertThat(system.asked()).hasSize(2);
        assertThat(system.asked().get(0)).contains("&lt;SERVICECODE&gt;0207117");
        assertThat(system.asked().get(1))
                .contains("&lt;SERVICECODE&gt;0207119", "&lt;msgNo&gt;" + number(lead) + "&lt;");
    }

    @Test
    void aLeadIsAnswered() throws Exception {
        answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String lead = Xinzheng.lead(code);
        assertThat(posted(answering(lead))).contains("callBackResponse", "&lt;code&gt;0000&lt;");
        assertThat(posted(answering("XS-NOWHERE"))).contains("&lt;code&gt;0001&lt;", "线索编号不存在");
        assertThat(posted(answering(lead).replaceFirst("<leadState>.*</leadState>", "")))
                .contains("&lt;code&gt;0009&lt;", "leadState");
        assertThat(Xinzheng.lookup(code).path("state").asText()).isEqualTo("reserved");
        assertThat(Xinzheng.lookup(code).path("reserveProjectNo").asText()).isEqualTo("0041CB2026000031");
        assertThat(Xinzheng.lookup(code).path("answers")).hasSize(1);
    }

    private static String answering(String lead) {
        return "<ORDER><data><leadNo>" + lead + "</leadNo><leadState>03</leadState><projectNo>0041CB2026000031"
                + "</projectNo><auditTime>2026-10-01 09:30:00</auditTime></data></ORDER>";
    }

    private String posted(String order) throws Exception {
        String envelope = new Handwritten(
                        THEIRS,
                        "<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml>" + escaped(order)
                                + "</requestXml></m:callBack>",
                        CLOCK.instant())
                .text();
        HttpRequest request = HttpRequest.newBuilder(door("call-back-soap"))
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"callBack\"")
                .POST(BodyPublishers.ofString(envelope))
                .build();
        String answer = HTTP.send(request, BodyHandlers.ofString(UTF_8)).body();
        isOurs(answer);
        return answer;
    }
}
