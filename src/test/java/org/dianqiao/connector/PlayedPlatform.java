package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Where the national platform gives out its secrets, as far as the tests need it. */
final class PlayedPlatform implements AutoCloseable {

    static final String APP_KEY = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(503, -1);

    PlayedPlatform() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** Bound, and not yet started. */
    PlayedPlatform(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/sysapi/auth/refreshappsecret", this::ask);
        server.start();
    }

    URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/sysapi/auth/refreshappsecret");
    }

    /** With which certificate each came, where it was wanted. */
    List<String> shown() {
        return shown;
    }

    List<JsonNode> asked() {
        return asked;
    }

    Map<String, List<String>> lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    void gives(String secret, Instant until) {
        says("""
            {"code":"0","message":"","data":{"secret":"%s","secretEndTime":"%d"}}
            """.formatted(ecb(secret, APP_KEY.getBytes(StandardCharsets.UTF_8)), until.toEpochMilli()));
    }

    void says(String body) {
        answers(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    void answers(HttpHandler with) {
        answer = with;
    }

    private void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange instanceof HttpsExchange secured) {
                shown.add(secured.getSSLSession().getPeerPrincipal().getName());
            }
            asked.add(JSON.readTree(exchange.getRequestBody()));
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            answer.handle(exchange);
        }
    }

    static String ecb(String secret, byte[] key) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/PKCS5Padding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return base64(aes.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String cbc(String secret, byte[] key) {
        try {
            byte[] head = new byte[16];
            new SecureRandom().nextBytes(head);
            Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(head));
            byte[] sealed = aes.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = new byte[head.length + sealed.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(sealed, 0, whole, head.length, sealed.length);
            return base64(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the platform's sample code makes it, on a Java with Sun's generator. */
    static byte[] seeded(String appKey) {
        try {
            SecureRandom chance = SecureRandom.getInstance("SHA1PRNG");
            chance.setSeed(appKey.getBytes(StandardCharsets.UTF_8));
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(128, chance);
            Key key = generator.generateKey();
            return key.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
