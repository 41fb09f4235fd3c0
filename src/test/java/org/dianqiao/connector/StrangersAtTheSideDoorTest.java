package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs within the body is not known before it has come. Those who only begin one do not keep the partner out. */
class StrangersAtTheSideDoorTest extends WithSoapMarketing {

    private static final int PLACES = 8;
    private static final int STRANGERS = 64;

    private final List<Socket> begun = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : begun) {
            socket.close();
        }
    }

    @Test
    void doNotTakeThePlacesOfThePartner() throws Exception {
        String application = known();
        begin(4 * PLACES);
        assertThat(called(application).body()).contains("&lt;code&gt;0000&lt;");
    }

    @Test
    void areNotTooManyEither() throws Exception {
        String application = known();
        await().until(() -> {
            begin(STRANGERS);
            return called(application).body().contains("soap:Server");
        });
        hangUp();
        await().until(() -> called(application).body().contains("&lt;code&gt;0000&lt;"));
    }

    /** At the address of its system, or where it has spoken from before. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.4"})
    void doNotKeepThePartnerOutWhereItIsAtHome(String home) throws Exception {
        String application = known();
        assertThat(called(home, application)).contains("&lt;code&gt;0000&lt;");
        await().until(() -> {
            begin("127.0.0.2", STRANGERS);
            return called("127.0.0.3", application).contains("soap:Server");
        });
        assertThat(called(home, application)).contains("&lt;code&gt;0000&lt;");
    }

    private String known() throws Exception {
        answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        return application;
    }

    private static HttpResponse<String> called(String application) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(soapCallBacks())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(envelope(application)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** From this address. */
    private static String called(String from, String application) throws IOException {
        byte[] body = envelope(application).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = connected(from, body.length)) {
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String envelope(String application) {
        String order = "<ORDER><data><preAppNo>" + number(application)
                + "</preAppNo><sendElectType>3</sendElectType><auditTime>20260930093000</auditTime></data></ORDER>";
        String content = "<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml>" + escaped(order)
                + "</requestXml></m:callBack>";
        return new Handwritten(THEIRS, content, CLOCK.instant()).text();
    }

    private void begin(int strangers) throws IOException {
        begin("127.0.0.1", strangers);
    }

    /** Anybody, with bodies that do not end. */
    private void begin(String from, int strangers) throws IOException {
        for (int i = 0; i < strangers; i++) {
            Socket stranger = connected(from, 90);
            begun.add(stranger);
            stranger.getOutputStream().write('<');
        }
    }

    private static Socket connected(String from, int length) throws IOException {
        URI door = soapCallBacks();
        Socket socket = new Socket(door.getHost(), door.getPort(), InetAddress.getByName(from), 0);
        String head = """
            POST %s HTTP/1.1\r
            Host: %s\r
            Content-Type: text/xml\r
            Connection: close\r
            Content-Length: %d\r
            \r
            """.formatted(door.getPath(), door.getAuthority(), length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
