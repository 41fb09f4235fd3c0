package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.Test;

class ErrorsAreProblemsTest extends WithGateway {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void saysThatThereIsNothingAtAnUnknownPath() throws Exception {
        assertProblem(ask("GET", "/exchang/v1/project.updated"), 404, "unknown-path");
        assertProblem(ask("POST", "/exchang/v1/project.updated"), 404, "unknown-path");
    }

    @Test
    void saysItToABrowserInAPage() throws Exception {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(gateway().resolve("/nowhere"))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("没有这个页面");
    }

    @Test
    void namesTheMethodsThatAPathHas() throws Exception {
        HttpResponse<String> answer = ask("PUT", "/actuator/health/readiness");

        assertProblem(answer, 405, "wrong-method");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void keepsActuatorsFromStrangersButNotHealth() throws Exception {
        assertProblem(ask("GET", "/actuator/metrics"), 401, "login-required");
        assertThat(ask("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void leadsStrangersToTheLoginAndGivesThemNoSession() throws Exception {
        HttpResponse<String> answer = ask("GET", "/partners");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(gateway() + "/login");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        assertProblem(ask("POST", "/login"), 403, "not-permitted");
    }

    @Test
    void answersWhatIsNoHttpWithAProblemToo() throws Exception {
        assertThat(raw("GET /[]{}| HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"malformed\"");
        assertThat(raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400").contains("\"malformed\"");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"malformed\"");
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(gateway().resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("advice").asText()).isNotBlank();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(gateway().getHost(), gateway().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(500), StandardCharsets.UTF_8);
        }
    }
}
