package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Way;

/** Tells of one enterprise that was registered, once somebody has the secret that this is signed with; until it is taken. */
final class Herald implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int TIMES = 5;
    private static final String LATER = "5000";

    private final Way way;
    private final AppSecrets secrets;
    private final Clock clock;
    private final JsonNode registration = Json.resource(Herald.class, "registration.json");
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1, Daemons.named("herald"));

    Herald(Way way, AppSecrets secrets, Clock clock) {
        this.way = way;
        this.secrets = secrets;
        this.clock = clock;
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            later(TIMES);
        }
    }

    private void later(int times) {
        threads.schedule(() -> tell(times), way.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell(int times) {
        try {
            String code = answered();
            way.narration().accept("设立登记 " + registration.path("entname").asText() + " -> " + code);
            if (code.isEmpty() || code.equals(LATER)) {
                again(times);
            }
        } catch (IOException unanswered) {
            way.narration().accept("设立登记无应答：" + unanswered);
            again(times);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(int times) {
        if (times > 1) {
            later(times - 1);
        }
    }

    private String answered() throws IOException, InterruptedException {
        Signed signed =
                new Signed(NationalPlatform.REQUESTER, NationalPlatform.REGISTERED, String.valueOf(clock.millis()), "");
        HttpRequest request = HttpRequest.newBuilder(way.door())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("gjgxjhpt_rid", signed.rid())
                .header("gjgxjhpt_sid", signed.sid())
                .header("gjgxjhpt_rtime", signed.rtime())
                .header("gjgxjhpt_sign", signed.signature(secrets.current()))
                .POST(BodyPublishers.ofByteArray(Json.bytes(registration)))
                .build();
        byte[] answer = HTTP.send(request, BodyHandlers.ofByteArray()).body();
        return MAPPER.readTree(answer).path("code").asText();
    }

    URI door() {
        return way.door();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
