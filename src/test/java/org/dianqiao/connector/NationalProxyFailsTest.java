package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the national platform's SOAP proxy fails, nobody is told anything in its name either. */
class NationalProxyFailsTest extends AskingTheNationalPlatform {

    private static final String BEGINS = "<(\\w+):Envelope";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private HttpServer between;

    @Override
    String transport() {
        return "soap";
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TEXT_ERRORS", "GBK", "HUGE", "REDIRECT_METADATA", "REDIRECT_FILE", "WRONG_CHECK", "SWAPPED"})
    void whatItSaysWronglyIsNoAnswer(Fault fault) throws IOException {
        opened(Faults.of(fault));
        assertNotAnswered("provider-failed");
    }

    static Stream<Arguments> anEnvelopeThatIsNoneIsNoAnswer() {
        return Stream.of(
                rewritten("a DOCTYPE", BEGINS, "<!DOCTYPE $1:Envelope [<!ENTITY n \"0\">]><$1:Envelope", "DOCTYPE"),
                rewritten("an entity", "&lt;data&gt;", "&n;&lt;data&gt;", "不是合格的 XML"),
                rewritten("the Body first", "(</(\\w+):Body>)", "$1<$2:Header/>", "Envelope 中应依次为"));
    }

    private static Arguments rewritten(String named, String part, String instead, String told) {
        UnaryOperator<String> rewriting = envelope -> {
            String rewritten = envelope.replaceFirst(part, instead);
            assertThat(rewritten).isNotEqualTo(envelope);
            return rewritten;
        };
        return Arguments.of(Named.of(named, rewriting), told);
    }

    @ParameterizedTest
    @MethodSource
    void anEnvelopeThatIsNoneIsNoAnswer(UnaryOperator<String> rewriting, String told) throws IOException {
        openedBehind(rewriting);
        assertThat(assertNotAnswered("provider-failed").json().path("detail").asText())
                .contains("其答复有误", told);
    }

    /** Else nothing was shown by those that are none. */
    @Test
    void anEnvelopeWithAHeaderBeforeItsBodyIsAnAnswer() throws IOException {
        openedBehind(envelope -> envelope.replaceFirst("<(\\w+):Body", "<$1:Header/><$1:Body"));
        accepted(post(enterprise(DEVELOPER)));
    }

    /** Somebody between the two of us writes answers anew. */
    private void openedBehind(UnaryOperator<String> rewriting) throws IOException {
        opened(Faults.none());
        between = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        URI platform = URI.create(address());
        between.createContext("/", call -> pass(call, platform, rewriting));
        between.start();
        Path file = home().resolve("mappings/partners/" + REGULATOR + ".yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                address() + "/wsproxy",
                                "http://127.0.0.1:" + between.getAddress().getPort() + "/wsproxy"));
        bean(FileWatch.class).refresh();
    }

    private static void pass(HttpExchange call, URI platform, UnaryOperator<String> rewriting) throws IOException {
        try (call) {
            HttpRequest.Builder asked = HttpRequest.newBuilder(platform.resolve(call.getRequestURI()))
                    .POST(BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
            call.getRequestHeaders().forEach((name, values) -> {
                if (name.toLowerCase(Locale.ROOT).matches("gjgxjhpt_.*|content-type|soapaction")) {
                    asked.header(name, values.get(0));
                }
            });
            String answer = HTTP.send(asked.build(), BodyHandlers.ofString()).body();
            byte[] rewritten = rewriting.apply(answer).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            call.sendResponseHeaders(200, rewritten.length);
            call.getResponseBody().write(rewritten);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void nobodyIsBetween() {
        if (between != null) {
            between.stop(0);
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedFor() throws IOException {
        opened(Faults.of(Fault.ENDLESS));
        assertNotAnswered("provider-failed", "provider-timeout");
    }

    @Test
    void anAnswerThatIsSlowIsNotWaitedFor() throws IOException {
        opened(Faults.none().slow(Duration.ofSeconds(8)));
        assertNotAnswered("provider-timeout");
    }

    /** XML has no quotes to lose. */
    @Test
    void numbersKeepTheirZeros() throws IOException {
        opened(Faults.of(Fault.LEADING_ZEROS));
        Reply reply = accepted(post(enterprise("91341002MA8P7T4H6E")));
        assertThat(reply.json().path("warnings")).hasToString("[\"abnormal-operation\"]");
    }

    private static Reply assertNotAnswered(String... codes) {
        Parcel question = enterprise(DEVELOPER).sealed();
        Reply reply = post(question);
        assertThat(List.of(codes)).contains(reply.code());
        assertThat(new String(reply.body())).doesNotContain("李卫东", "河南中原置业", "active");
        assertThat(outcome(REGULATOR)).isEqualTo("expired");
        return reply;
    }
}
