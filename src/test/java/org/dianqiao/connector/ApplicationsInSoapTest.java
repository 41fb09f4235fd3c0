package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application goes to a marketing system in SOAP, and only what that has signed is an answer. */
class ApplicationsInSoapTest extends WithSoapMarketing {

    private static final String TAKEN = "<ORDER><data><code>00000</code></data></ORDER>";

    @Test
    void goSignedAsAString() throws Exception {
        PlayedSoapSystem system = answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        String envelope = system.asked().get(0);
        assertThat(envelope)
                .contains(
                        "<requestXml>&lt;ORDER&gt;&lt;SERVICECODE&gt;0207115&lt;/SERVICECODE&gt;&lt;source&gt;03&lt;",
                        "&lt;custType&gt;02&lt;",
                        "&lt;consName&gt;济南市历下区泉城麦香烘焙坊&lt;");
        assertThat(numberIn(envelope)).isEqualTo(number(application));
        assertThat(system.actions()).containsExactly("\"transformation\"");
        isOurs(envelope);
    }

    @Test
    void areAskedAboutWhereNobodyAnswered() throws Exception {
        PlayedSoapSystem system =
                answersInSoap().answers(asked -> PlayedSoapSystem.NOTHING).answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(system.asked()).hasSize(2);
        assertThat(system.asked().get(0)).contains("&lt;SERVICECODE&gt;0207115");
        assertThat(system.asked().get(1)).contains("&lt;SERVICECODE&gt;0207116", number(application));
        assertThat(numbers(application)).hasSize(1);
    }

    @Test
    void areSentAgainUnderTheirNumberWhereTheyAreNotThere() throws Exception {
        PlayedSoapSystem system = answersInSoap()
                .answers(asked -> PlayedSoapSystem.NOTHING)
                .answers(asked -> says("00001", ""))
                .answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(system.asked()).hasSize(3).allMatch(asked -> numberIn(asked).equals(number(application)));
    }

    @Test
    void thatAreRefusedWaitForAnOperator() throws Exception {
        answersInSoap().answers(asked -> saysTo(asked, "00009"));
        awaitEnd(applied(), "refused");
    }

    /** Its signature says who answered, not what: it may have been said of another application. */
    @ParameterizedTest
    @ValueSource(strings = {"00000", "00009"})
    void areAskedAboutWhereTheAnswerNamesNoNumber(String code) throws Exception {
        PlayedSoapSystem system =
                answersInSoap().answers(asked -> says(code, "")).answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(system.asked()).hasSize(2);
        assertThat(system.asked().get(1)).contains("&lt;SERVICECODE&gt;0207116", number(application));
    }

    /** Held back from the application that it was given to, and brought to another while it is fresh; to each further attempt anew. */
    @Test
    void areNotRefusedBecauseAnotherWas() throws Exception {
        AtomicReference<String> kept = new AtomicReference<>();
        PlayedSoapSystem system = answersInSoap()
                .answers(asked -> {
                    kept.set(saysTo(asked, "00009"));
                    return PlayedSoapSystem.NOTHING;
                })
                .answers(asked -> numberIn(asked).equals(numberIn(kept.get()))
                        ? PlayedSoapSystem.NOTHING
                        : kept.getAndUpdate(answer -> saysTo(answer, "00009")));
        String first = applied();
        await().until(() -> kept.get() != null);
        String application = applied();
        await().until(() -> system.asked().stream().anyMatch(asked -> asked.contains(number(application))));
        assertThat(awaitAttempts(application, 1)).contains("unknown: 00009");
        assertThat(ends(application)).isEmpty();
        assertThat(ends(first)).isEmpty();
    }

    static Stream<Arguments> answersThatAreNone() {
        Supplier stranger = Supplier.rsa("marketing.jinan");
        String once = says(THEIRS, TAKEN);
        String late = new Handwritten(THEIRS, answer(TAKEN), CLOCK.instant().minusSeconds(600)).text();
        String unsigned = "<soap:Envelope xmlns:soap=\"" + Handwritten.SOAP + "\"><soap:Body>" + answer(TAKEN)
                + "</soap:Body></soap:Envelope>";
        return Stream.of(
                none("unsigned", asked -> unsigned, "not signed"),
                none("a stranger's", asked -> says(stranger, TAKEN), "不是登记的证书"),
                none("altered", asked -> says("00009", "").replace("00009", "00000"), "签名与 Body"),
                none("stale", asked -> late, "Timestamp"),
                none("said again", asked -> once, "先前已经收到过"),
                none("to nobody", asked -> says("00000", ""), "unknown"),
                none("a refusal of another", asked -> says("00009", "<preAppNo>012611020930</preAppNo>"), "unknown"),
                none("about another", asked -> says("00000", "<preAppNo>012611020930</preAppNo>"), "unknown"),
                none("without its zeros", asked -> says("0", ""), "not understood"),
                none("a fault", asked -> unsigned.replace(answer(TAKEN), "<soap:Fault/>"), "HTTP 500"),
                none("text", asked -> "系统繁忙，请稍后再试", "not signed"),
                none("no order", asked -> says(THEIRS, "00000"), "not understood"),
                none("with a DOCTYPE within", asked -> says(THEIRS, "<!DOCTYPE a>" + TAKEN), "not understood"),
                none(
                        "with a DOCTYPE",
                        asked -> "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + unsigned,
                        "DOCTYPE"),
                none("in swapped parts", asked -> swapped(says("00000", "")), "Body"),
                none("in GBK", asked -> says("00000", "<a>GBK</a>"), "GBK"));
    }

    private static Arguments none(String what, UnaryOperator<String> answer, String told) {
        return Arguments.of(what, answer, told);
    }

    private static String swapped(String message) {
        return message.replaceFirst("(?s)(<soap:Header>.*</soap:Header>)(<soap:Body.*</soap:Body>)", "$2$1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatAreNone")
    void stayUnknownWhereTheAnswerIsNone(String what, UnaryOperator<String> answer, String told) throws Exception {
        PlayedSoapSystem system = answersInSoap().answers(answer);
        if (what.equals("said again")) {
            String first = applied();
            awaitAttempts(first, 1);
        }
        String application = applied();
        assertThat(awaitAttempts(application, 1)).contains(told);
        assertThat(ends(application)).isEmpty();
        assertThat(system.asked()).isNotEmpty();
    }
}
