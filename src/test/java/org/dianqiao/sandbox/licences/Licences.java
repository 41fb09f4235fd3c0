package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.sandbox.Outsider;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.Simulator;

/** A licence service, and its caller's side. Answers that are encrypted are so for the service's own key. */
record Licences(Path folder, Simulator service) implements AutoCloseable {

    static final String BUSINESS = "11100000MB0143028R001";
    static final String ESTATE = "11100000MB03271699001";
    static final String DEVELOPER = "91410100MA7K3D2F5N";
    static final String DEVELOPERS_LICENCE =
            "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T00041M.2022031500017.001.E";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Licences open(Path folder, Faults faults, Clock clock) throws IOException {
        SandboxKeys.make(folder, clock);
        Path own = folder.resolve("licence-service");
        Outsider.Caller caller = new Outsider.Caller(own.resolve("certificate.pem"), null, line -> {});
        InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
        return new Licences(own, Outsider.LICENCE_SERVICE.open(folder, anywhere, faults, clock, caller));
    }

    String token() throws IOException {
        return Files.readString(folder.resolve("access-token"));
    }

    /** The data as written here, in the envelope of an account. */
    HttpResponse<byte[]> post(String account, String operation, String data) throws Exception {
        String envelope =
                "{\"head\":{\"accessId\":\"%s\",\"accessToken\":\"%s\"},\"data\":%s}".formatted(account, token(), data);
        return Plain.post(service.address().resolve("/CertShare/" + operation), envelope);
    }

    JsonNode ask(String operation, String data) throws Exception {
        return MAPPER.readTree(post("dianqiao", operation, data).body());
    }

    int status(String operation, String data) throws Exception {
        return ask(operation, data).path("head").path("status").intValue();
    }

    URI link(String identifier) throws Exception {
        JsonNode answer = ask("downloadUrl", "{\"certIdentifier\":\"%s\",\"useCause\":\"用电报装\"}".formatted(identifier));
        return URI.create(answer.path("data").path("content").asText());
    }

    static String byHolder(String holder, String type) {
        return "{\"holderCode\":\"%s\",\"holderTypeCode\":\"%s\",\"certTypeCode\":\"%s\",\"useCause\":\"用电报装 郑州 L20260915001\"}"
                .formatted(holder, holder.startsWith("9") ? "001" : "111", type);
    }

    @Override
    public void close() {
        service.close();
    }
}
