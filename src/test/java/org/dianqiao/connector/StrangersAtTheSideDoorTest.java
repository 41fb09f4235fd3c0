package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

    private String known() throws Exception {
        answersInSoap().answers(asked -> saysTo(asked, "00000"));
        String application = applied();
        awaitEnd(application, "delivered");
        return application;
    }

    private static HttpResponse<String> called(String application) throws Exception {
        String order = "<ORDER><data><preAppNo>" + number(application)
                + "</preAppNo><sendElectType>3</sendElectType><auditTime>20260930093000</auditTime></data></ORDER>";
        String content = "<m:callBack xmlns:m=\"urn:marketing:call-back\"><requestXml>" + escaped(order)
                + "</requestXml></m:callBack>";
        HttpRequest request = HttpRequest.newBuilder(soapCallBacks())
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(new Handwritten(THEIRS, content, CLOCK.instant()).text()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private void begin(int strangers) throws IOException {
        for (int i = 0; i < strangers; i++) {
            begun.add(begin());
        }
    }

    /** Anybody, with a body that does not end. */
    private static Socket begin() throws IOException {
        URI door = soapCallBacks();
        Socket socket = new Socket(door.getHost(), door.getPort());
        String head = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: text/xml\r\nContent-Length: 90\r\n\r\n<"
                .formatted(door.getPath(), door.getAuthority());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
