package org.dianqiao.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A small OpenID Connect provider: authorization code with PKCE, and as strict as a provider is. Whoever comes is the
 * present person; what its tokens say can be bent.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "dianqiao";
    static final String SECRET = "city-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final int port;
    private HttpServer server;
    private TokenKey key = TokenKey.rsa();
    private TokenKey published = key;
    private JsonNode inToken = object("{}");
    private JsonNode inUserInfo = object("{}");
    private Consumer<ObjectNode> bent = token -> {};

    private OpenIdProvider(Clock clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
        this.port = server.getAddress().getPort();
    }

    static OpenIdProvider open(Clock clock) {
        OpenIdProvider provider = new OpenIdProvider(clock, serverAt(0));
        provider.serve();
        return provider;
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Who comes next, by what is told of them in the ID token and by what is told at the user info endpoint. */
    void person(String token, String userInfo) {
        inToken = object(token);
        inUserInfo = object(userInfo);
        bent = untouched -> {};
        signs(TokenKey.rsa());
    }

    void bend(Consumer<ObjectNode> how) {
        bent = how;
    }

    void signs(TokenKey with) {
        key = with;
        published = with;
    }

    /** Signs with a key that is not the one it shows to everybody. */
    void forges() {
        key = TokenKey.rsa().calledAs(published);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    void openAgain() {
        server = serverAt(port);
        serve();
    }

    private static HttpServer serverAt(int port) {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        server.createContext("/.well-known/openid-configuration", to -> json(to, 200, discovery()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userInfo);
        server.createContext("/keys", to -> json(to, 200, "{\"keys\": [" + published.jwk() + "]}"));
        server.createContext("/leave", to -> page(to, "您已退出郑州市统一身份认证"));
        server.start();
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/leave",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256", "ES256"]}
                """.formatted(issuer());
    }

    private void authorize(HttpExchange to) throws IOException {
        Map<String, String> asked = form(to.getRequestURI().getRawQuery());
        boolean right = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && Arrays.asList(asked.get("scope").split(" ")).contains("openid")
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.keySet().containsAll(Set.of("state", "nonce", "code_challenge", "redirect_uri"));
        if (!right) {
            to.sendResponseHeaders(400, -1);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        page(
                to,
                "<a href=\"%s?code=%s&amp;state=%s\">同意</a>"
                        .formatted(
                                asked.get("redirect_uri"),
                                code,
                                asked.get("state").replace("=", "%3D")));
    }

    private void token(HttpExchange to) throws IOException {
        Map<String, String> asked = form(new String(to.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> granted = codes.remove(String.valueOf(asked.get("code")));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean right = ("Basic " + basic).equals(to.getRequestHeaders().getFirst("Authorization"))
                && granted != null
                && "authorization_code".equals(asked.get("grant_type"))
                && granted.get("redirect_uri").equals(asked.get("redirect_uri"))
                && granted.get("code_challenge").equals(challenge(asked.get("code_verifier")));
        json(to, right ? 200 : 400, right ? granted(granted) : "{\"error\": \"invalid_grant\"}");
    }

    private String granted(Map<String, String> asked) {
        long now = clock.instant().getEpochSecond();
        ObjectNode token = JSON.createObjectNode()
                .put("iss", issuer())
                .put("sub", "f5a1c2d3-7b1e-4c8f-9d2a-0e6b4c1f8a90")
                .put("aud", CLIENT)
                .put("iat", now)
                .put("exp", now + 300)
                .put("nonce", asked.get("nonce"));
        token.setAll((ObjectNode) inToken);
        bent.accept(token);
        return JSON.createObjectNode()
                .put("access_token", "good-for-userinfo")
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("id_token", key.sign(token.toString()))
                .toString();
    }

    private void userInfo(HttpExchange to) throws IOException {
        boolean known = "Bearer good-for-userinfo".equals(to.getRequestHeaders().getFirst("Authorization"));
        ObjectNode told = JSON.createObjectNode().put("sub", "f5a1c2d3-7b1e-4c8f-9d2a-0e6b4c1f8a90");
        told.setAll((ObjectNode) inUserInfo);
        json(to, known ? 200 : 401, told.toString());
    }

    private static String challenge(String verifier) {
        try {
            return TokenKey.base64(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return new HashMap<>(Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }

    private static void page(HttpExchange to, String body) throws IOException {
        send(
                to,
                200,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><title>郑州市统一身份认证</title><link rel=\"icon\" href=\"data:,\">" + body);
    }

    private static void json(HttpExchange to, int status, String body) throws IOException {
        send(to, status, "application/json", body);
    }

    private static void send(HttpExchange to, int status, String type, String body) throws IOException {
        try (to) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            to.getResponseHeaders().set("Content-Type", type);
            to.sendResponseHeaders(status, bytes.length);
            to.getResponseBody().write(bytes);
        }
    }

    private static JsonNode object(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
