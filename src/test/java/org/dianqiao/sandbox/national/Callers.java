package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.Scene;

/** The national platform, and its caller's side. */
public record Callers(Path folder, Clock clock, NationalPlatform platform) implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Callers open(Path folder, Faults faults, Clock clock) throws IOException {
        InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
        return new Callers(folder, clock, NationalPlatform.open(new Scene(anywhere, faults, folder, clock)));
    }

    public String[] headers(String sid, String secret) throws Exception {
        return headers(sid, secret, String.valueOf(clock.millis()));
    }

    String[] headers(String sid, String secret, String rtime) throws Exception {
        String rid = NationalPlatform.REQUESTER;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String sign =
                Base64.getEncoder().encodeToString(mac.doFinal((sid + rid + rtime).getBytes(StandardCharsets.UTF_8)));
        return new String[] {"gjgxjhpt_rid", rid, "gjgxjhpt_sid", sid, "gjgxjhpt_rtime", rtime, "gjgxjhpt_sign", sign};
    }

    public URI refreshing() {
        return platform.address().resolve("/sysapi/auth/refreshappsecret");
    }

    public URI service(String sid) {
        return platform.address().resolve("/rest/" + sid);
    }

    public String secret() throws Exception {
        JsonNode data = json(Plain.post(refreshing(), "", headers("refresh", kept("app-key"))))
                .path("data");
        Cipher aes = Cipher.getInstance("AES/ECB/PKCS5Padding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(kept("app-key").getBytes(StandardCharsets.US_ASCII), "AES"));
        byte[] secret =
                aes.doFinal(Base64.getDecoder().decode(data.path("secret").asText()));
        return new String(secret, StandardCharsets.US_ASCII);
    }

    public HttpResponse<byte[]> post(String sid, String secret, String question) throws Exception {
        return Plain.post(service(sid), question, headers(sid, secret));
    }

    JsonNode ask(String sid, String question) throws Exception {
        return json(post(sid, secret(), question)).path("data");
    }

    public String kept(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        platform.close();
    }
}
