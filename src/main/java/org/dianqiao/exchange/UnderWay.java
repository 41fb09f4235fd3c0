package org.dianqiao.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Queries that are being answered. Of two equal ones at once one is worked, the other waits: a provider is not asked
 * twice because a client was impatient. Over several nodes it is the recording that lets only one through.
 */
@Component
public class UnderWay {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private record Question(String sender, String id) {}

    private final Map<Question, CompletableFuture<Void>> questions = new ConcurrentHashMap<>();

    /** Waits while an equal query is under way, and then ends this one as a repeat; otherwise it is the one. */
    Arrival.Held begin(Opened opened) {
        Question question = new Question(opened.sender().id(), opened.manifest().id());
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = questions.putIfAbsent(question, mine);
        if (other != null) {
            await(other);
            throw new Bound();
        }
        return () -> {
            questions.remove(question, mine);
            mine.complete(null);
        };
    }

    private static void await(CompletableFuture<Void> other) {
        try {
            other.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new Bound();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Bound();
        }
    }
}
