package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dianqiao.sandbox.Answer.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk and a counter, over HTTP: the counter stands where the gateway stands. */
class DeskAndCounterTest {

    private static final ObjectNode PROJECT = Json.object().put("projectCode", "2609-410105-04-01-123459");

    @TempDir
    private Path folder;

    private final List<Incoming> taken = new CopyOnWriteArrayList<>();
    private Counter counter;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        Town town = Town.in(folder);
        counter = town.gatewayCounter(new Recorder());
        desk = town.desk(Town.base(counter), 1);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void getsAReceiptForAnEvent() throws Exception {
        Answer answer = desk.send(event());
        assertThat(answer.kind()).isEqualTo(Kind.RECEIPT);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asText()).isEqualTo("2026-09-15T01:30:00.000Z");
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).payload()).isEqualTo(PROJECT);
        assertThat(taken.get(0).manifest().caseNo()).isEqualTo("2609-410105-04-01-123459");
    }

    @Test
    void getsAReplyToAQuery() {
        Answer answer = desk.send(Letter.query("lead.lookup", PROJECT).to("gateway"));
        assertThat(answer.kind()).isEqualTo(Kind.REPLY);
        assertThat(answer.json().path("leadNo").asText()).isEqualTo("L20260915001");
    }

    @Test
    void getsARefusal() {
        Answer answer = desk.post(desk.sign(event().to("grid.henan")));
        assertThat(answer.kind()).isEqualTo(Kind.REFUSAL);
        assertThat(answer.code()).isEqualTo("malformed");
        assertThat(answer.detail()).contains("gateway");
    }

    @Test
    void getsTheFirstAnswerToARepeat() {
        Message message = desk.sign(event());
        Answer first = desk.post(message);
        Answer second = desk.post(message);
        assertThat(second.repeated()).isTrue();
        assertThat(second.manifest()).isEqualTo(first.manifest());
        assertThat(taken).hasSize(1);
    }

    @Test
    void takesManyEqualMessagesOnce() throws Exception {
        Message message = desk.sign(event());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        Callable<Integer> repeat = () -> desk.post(message).status();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : threads.invokeAll(Collections.nCopies(50, repeat))) {
            statuses.add(status.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnly(200, 202).containsOnlyOnce(202);
        assertThat(taken).hasSize(1);
    }

    @Test
    void takesNoOtherMessageUnderAnIdThatIsTaken() {
        Letter first = event();
        desk.send(first);
        Message other = desk.sign(event().id(first.id()).about("2609-341002-04-01-202601"));
        assertThatThrownBy(() -> desk.post(other)).hasMessage("HTTP 409: the refusal is not signed");
        assertThat(taken).hasSize(1);
    }

    @Test
    void carriesSeveralParts() {
        List<Part> parts = List.of(
                Part.json(PROJECT),
                new Part("红线图.dwg", "application/acad", "\r\n--part-of\r\n".getBytes(StandardCharsets.UTF_8)),
                new Part("empty", "text/plain", new byte[0]));
        assertThat(desk.send(Letter.of("project.code-assigned", "event", parts).to("gateway"))
                        .accepted())
                .isTrue();
        assertThat(taken.get(0).parts())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(parts);
    }

    @Test
    void carriesNoPartAtAll() {
        desk.send(Letter.of("project.code-assigned", "event", List.of()).to("gateway"));
        assertThat(taken.get(0).parts()).isEmpty();
    }

    @Test
    void refusesPartsThatAreNotTheSignedOnes() {
        Message message = desk.sign(event());
        Part other = Part.json(Json.object().put("projectCode", "2609-410105-04-01-123450"));
        Message changed = new Message(message.manifest(), message.manifestBytes(), message.signature(), List.of(other));
        assertThatThrownBy(() -> desk.post(changed)).hasMessage("HTTP 400: the refusal is not signed");
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_RECEIPT", "WRONG_KEY", "ANSWERS_500", "REDIRECTS"})
    void believesNoAnswerThatProvesNothing(Mood mood) {
        counter.mood(mood);
        assertThatThrownBy(() -> desk.send(event())).isInstanceOf(FalseAnswer.class);
    }

    @Test
    void hearsOfAConnectionDropped() {
        counter.mood(Mood.DROPS);
        assertThatThrownBy(() -> desk.send(event())).isInstanceOf(Unsent.class);
        assertThat(taken).isNotEmpty();
    }

    @Test
    void hearsThatTheOtherIsBusy() {
        counter.mood(Mood.BUSY_429);
        assertThat(desk.send(event()).code()).isEqualTo("throttled");
        assertThat(taken).isEmpty();
    }

    @Test
    void triesAgainUntilTheMoodIsBetter() throws Exception {
        counter.mood(Mood.DROPS);
        Desk patient = new Town(folder).desk(Town.base(counter), 6);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Answer> answer = thread.submit(() -> patient.send(event()));
        await().until(() -> !taken.isEmpty());
        counter.mood(Mood.WELL);
        assertThat(answer.get().repeated()).isTrue();
        assertThat(taken).hasSize(1);
        thread.shutdown();
    }

    @Test
    void keepsACallerWaitingUntilTheMoodIsBetter() throws Exception {
        counter.mood(Mood.TIMES_OUT);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Answer> answer = thread.submit(() -> desk.send(event()));
        await().until(() -> !taken.isEmpty());
        assertThat(answer.isDone()).isFalse();
        counter.mood(Mood.WELL);
        assertThatThrownBy(answer::get).hasCauseInstanceOf(Unsent.class);
        thread.shutdown();
    }

    private static Letter event() {
        return Letter.event("project.code-assigned", PROJECT)
                .about("2609-410105-04-01-123459")
                .to("gateway");
    }

    private final class Recorder implements Clerk {

        @Override
        public void take(Incoming event) {
            taken.add(event);
        }

        @Override
        public JsonNode reply(Incoming query) {
            return Json.object().put("leadNo", "L20260915001");
        }
    }
}
