package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.MovedClock;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Way;

/** A marketing system, who applies to it, and what comes back. */
final class Utility implements AutoCloseable {

    static final String NUMBER = "01260930090000410105000007";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final List<JsonNode> told = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<String> answers = new CopyOnWriteArrayList<>();
    private final HttpServer home;
    private final Marketing marketing;
    private final Path folder;

    Utility(Path folder, Faults faults) throws IOException {
        this.folder = folder;
        home = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        home.createContext("/back", this::hear);
        home.start();
        URI back = URI.create("http://127.0.0.1:" + home.getAddress().getPort() + "/back");
        Way way = new Way(back, Duration.ofMillis(10), line -> {});
        marketing =
                Marketing.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, new MovedClock()), way);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(MAPPER.readTree(exchange.getRequestBody()).path("data"));
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String code = answers.isEmpty() ? "0000" : answers.remove(0);
            byte[] answer = ("{\"code\":\"" + code + "\",\"msg\":\"\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    List<String> states() {
        return told.stream().map(each -> each.path("sendElectType").asText()).toList();
    }

    URI address(String service) {
        return marketing.address().resolve("/esb/transformation?serCode=" + service);
    }

    HttpResponse<byte[]> post(String service, String data) throws Exception {
        return Plain.post(address(service), envelope(service, data));
    }

    JsonNode ask(String service, String data) throws Exception {
        return MAPPER.readTree(post(service, data).body()).path("data").path("data");
    }

    static String envelope(String service, String data) {
        return "{\"serviceCode\":\"%s\",\"source\":\"010307\",\"target\":\"41101\",\"data\":%s}"
                .formatted(service, data);
    }

    static String application(String address) {
        return """
            {"preAppNo":"%s","channelNo":"64","proCode":"410000","cityCode":"410100","countyCode":"410105",\
            "elecAddr":"%s","busiTypeCode":"0102","reduceCapMode":"010202","custType":"01",\
            "consName":"河南中原置业有限公司","orgNo":"41101","contractCap":"800"}\
            """.formatted(NUMBER, address);
    }

    String token() throws IOException {
        return Files.readString(folder.resolve("call-back-token"));
    }

    @Override
    public void close() {
        marketing.close();
        home.stop(0);
    }
}
