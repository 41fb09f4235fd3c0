package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.SignedSoap;
import org.dianqiao.sandbox.outside.Soap;

/** Tells what became of an application or a lead to who brought it. What is not answered is told again. */
record CallBacks(
        URI address, String token, UnaryOperator<byte[]> writing, SignedSoap signed, Consumer<String> narration) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EXCEPTION = "0002";

    /** Whether it need not be told again: it was taken, or it never will be. */
    boolean told(Telling telling) throws InterruptedException {
        ObjectNode told = Json.object();
        told.set("data", telling.data());
        String about = telling.about();
        try {
            String code = inSoap() ? answeredInSoap(told) : answered(writing.apply(Json.bytes(told)));
            narration.accept("回调 " + about + " -> " + code);
            return !code.isEmpty() && !code.equals(EXCEPTION);
        } catch (IOException unanswered) {
            narration.accept("回调 " + about + " 无应答：" + unanswered);
            return false;
        }
    }

    private boolean inSoap() {
        return address.getPath().endsWith("-soap");
    }

    private String answeredInSoap(ObjectNode told) throws IOException, InterruptedException {
        String envelope =
                signed.envelope(Soap.operation("urn:marketing:call-back", "callBack", "requestXml", "ORDER", told));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"callBack\"")
                .POST(BodyPublishers.ofString(envelope))
                .build();
        byte[] answer = HTTP.send(request, BodyHandlers.ofByteArray()).body();
        return Soap.asked(answer).map(order -> order.path("code").asText()).orElse("");
    }

    private String answered(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        JsonNode answer =
                MAPPER.readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
        return answer.path("code").asText();
    }
}
