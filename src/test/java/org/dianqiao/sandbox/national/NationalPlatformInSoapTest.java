package org.dianqiao.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dianqiao.MovedClock;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.PlainSoap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The national platform's SOAP proxy, as a client meets it that writes its XML by hand. */
class NationalPlatformInSoapTest {

    private static final String PERSON = "<request><xm>李卫东</xm><gmsfhm>41010519900307123X</gmsfhm></request>";
    private static final String DEVELOPER = "<request><uniscid>91410100MA7K3D2F5N</uniscid></request>";

    @TempDir
    Path folder;

    private Callers callers;

    @BeforeEach
    void open() throws Exception {
        callers = Callers.open(folder, Faults.none(), new MovedClock());
    }

    @AfterEach
    void close() {
        callers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "李卫东, 41010519900307123X, 1",
        "李伟东, 41010519900307123X, 0",
        "李卫东, 11010519491231002X, 2",
    })
    void saysWhetherANameBelongsToANumber(String name, String number, String result) throws Exception {
        String request = "<request><xm>" + name + "</xm><gmsfhm>" + number + "</gmsfhm></request>";
        assertThat(said(NationalPlatform.POPULATION, request))
                .isEqualTo(done("<gmsfhm>" + number + "</gmsfhm><ppjg>" + result + "</ppjg>"));
    }

    @ParameterizedTest
    @CsvSource({
        "41010519900307123X, FACE-LIWEIDONG-0001, <ppjg>1</ppjg><xsd>96.52</xsd>",
        "41010519900307123X, FACE-CHENGYUWEI-0001, <ppjg>0</ppjg><xsd>31.08</xsd>",
        "11010519491231002X, FACE-LIWEIDONG-0001, <ppjg>2</ppjg>",
    })
    void saysWhoseFaceItIs(String number, String token, String verdict) throws Exception {
        String request = "<request><gmsfhm>" + number + "</gmsfhm><rxpz>" + token + "</rxpz></request>";
        assertThat(said(NationalPlatform.FACE, request)).isEqualTo(done("<gmsfhm>" + number + "</gmsfhm>" + verdict));
    }

    @Test
    void tellsWhatIsRegisteredWithAllItsZeros() throws Exception {
        assertThat(said(NationalPlatform.ENTERPRISE, DEVELOPER))
                .startsWith(begun("<total>1</total><records><uniscid>91410100MA7K3D2F5N</uniscid>"
                        + "<entname>河南中原置业有限公司</entname><regstate>1</regstate>"))
                .doesNotContain("yjxx");
        assertThat(said(NationalPlatform.ENTERPRISE, DEVELOPER.replace("91410100MA7K3D2F5N", "91341002MA8P7T4H6E")))
                .contains("<yjxx><lxdm>01</lxdm><lxmc>列入经营异常名录</lxmc>");
    }

    /** Lists are elements that repeat, so an empty one is not there. */
    @Test
    void tellsThatNothingIsRegisteredByItsTotal() throws Exception {
        assertThat(said(NationalPlatform.ENTERPRISE, DEVELOPER.replace("5N", "5P")))
                .isEqualTo(done("<total>0</total>"));
    }

    @Test
    void saysWhetherANameBelongsToACode() throws Exception {
        String named = DEVELOPER.replace("</request>", "<entname>河南中国置业有限公司</entname></request>");
        assertThat(said(NationalPlatform.ENTERPRISE_NAMED, named))
                .isEqualTo(done("<uniscid>91410100MA7K3D2F5N</uniscid><ppjg>0</ppjg>"));
    }

    @Test
    void tellsWhoOwnsWhat() throws Exception {
        String flat = "<request><bdcdyh>341002001001GB00001F00010001</bdcdyh></request>";
        assertThat(said(NationalPlatform.PROPERTY, flat))
                .contains("<total>1</total>", "<bdcqzh>皖(2025)黄山市不动产权第0023456号</bdcqzh>")
                .contains("<qlr><qlrmc>程雨薇</qlrmc>", "</qlr><qlr><qlrmc>汪明远</qlrmc>");
    }

    @Test
    void servesTheSecretOfTheDoorBesideIt() throws Exception {
        String secret = callers.secret();
        String question = "{\"uniscid\":\"91410100MA7K3D2F5N\"}";
        assertThat(callers.post(NationalPlatform.ENTERPRISE, secret, question).statusCode())
                .isEqualTo(200);
        assertThat(post(NationalPlatform.ENTERPRISE, secret, DEVELOPER).statusCode())
                .isEqualTo(200);
    }

    /** Other prefixes, blanks and CDATA are the same to XML. */
    @Test
    void readsWhateverIsTheSameXml() throws Exception {
        String envelope = """
            <?xml version="1.0" encoding="UTF-8"?>
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/>
              <s:Body><invoke xmlns="urn:national-platform:wsproxy">
                <requestXml xmlns=""><![CDATA[ %s ]]></requestXml>
              </invoke></s:Body>
            </s:Envelope>
            """.formatted(PERSON);
        HttpResponse<byte[]> answer = Plain.post(
                proxy(NationalPlatform.POPULATION),
                envelope,
                callers.headers(NationalPlatform.POPULATION, callers.secret()));
        assertThat(PlainSoap.said(answer, "invokeResponse")).contains("<ppjg>1</ppjg>");
    }

    @ParameterizedTest
    @CsvSource({
        "<request><xm>李卫东</xm></request>, 5001, gmsfhm",
        "<request><xm>李卫东</xm><gmsfhm/></request>, 5001, gmsfhm",
        "<request/>, 5001, xm",
        "no XML, 5001, xm",
    })
    void saysInSoapWhatAQuestionLacks(String request, String code, String field) throws Exception {
        assertThat(said(NationalPlatform.POPULATION, request))
                .isEqualTo("<response><code>" + code + "</code><message>缺少参数 " + field + "</message></response>");
    }

    @Test
    void opensNothingThatADoctypeNames() throws Exception {
        Path file = folder.resolve("app-key");
        String hostile = "<!DOCTYPE request [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]>"
                + "<request><xm>&e;</xm><gmsfhm>41010519900307123X</gmsfhm></request>";
        assertThat(said(NationalPlatform.POPULATION, hostile)).contains("<code>5001</code>");
    }

    @Test
    void turnsWhoIsNotKnownAwayAtTheGateInItsOwnWords() throws Exception {
        String secret = callers.secret();
        String sid = NationalPlatform.POPULATION;
        assertDenied(Plain.post(proxy(sid), PlainSoap.envelope(asked(PERSON))), "4001");
        assertDenied(post(sid, "guessed", PERSON), "4004");
        callers.secret();
        assertDenied(post(sid, secret, PERSON), "4005");
    }

    @Test
    void servesNoNumberButTheSignedOne() throws Exception {
        HttpResponse<byte[]> answer = Plain.post(
                proxy(NationalPlatform.POPULATION),
                PlainSoap.envelope(asked(PERSON)),
                callers.headers(NationalPlatform.FACE, callers.secret()));
        assertThat(PlainSoap.said(answer, "invokeResponse")).contains("<code>4040</code>");
    }

    private static void assertDenied(HttpResponse<byte[]> answer, String code) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Callers.json(answer).path("code").asText()).isEqualTo(code);
    }

    private String said(String sid, String request) throws Exception {
        return PlainSoap.said(post(sid, callers.secret(), request), "invokeResponse");
    }

    private HttpResponse<byte[]> post(String sid, String secret, String request) throws Exception {
        return Plain.post(proxy(sid), PlainSoap.envelope(asked(request)), callers.headers(sid, secret));
    }

    private URI proxy(String sid) {
        return callers.platform().address().resolve("/wsproxy/" + sid);
    }

    private static String asked(String request) {
        return PlainSoap.operation("urn:national-platform:wsproxy", "invoke", request);
    }

    private static String done(String data) {
        return begun(data) + "</data></response>";
    }

    private static String begun(String data) {
        return "<response><code>0</code><message>成功</message><data>" + data;
    }
}
