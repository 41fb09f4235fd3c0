package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * A partner's desk: signs letters, sends them to the gateway, and checks what comes back. When there is no answer, or
 * the gateway is busy, the same bytes go again, a little later each time. Any number of threads may share one.
 */
public final class Desk {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 6;

    private final Identity identity;
    private final Line line;
    private final Signatories signatories;
    private final Clock clock;
    private final int attempts;

    public Desk(Identity identity, URI gateway, Signatories signatories, Clock clock) {
        this(identity, gateway, signatories, clock, ATTEMPTS);
    }

    /** A desk that tries so often before it gives up. */
    public Desk(Identity identity, URI gateway, Signatories signatories, Clock clock, int attempts) {
        this.identity = identity;
        this.line = new Line(gateway);
        this.signatories = signatories;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** The checked answer. Throws Unsent when none came, FalseAnswer when it proves nothing. */
    public Answer send(Letter letter) {
        return post(sign(letter));
    }

    public Message sign(Letter letter) {
        return letter.signed(identity, Manifest.sent(clock.instant()));
    }

    /** Sends what has been signed before; the same message any number of times. */
    public Answer post(Message message) {
        for (int attempt = 1; ; attempt++) {
            try {
                Line.Response response = line.post(message);
                if (!response.busy() || attempt == attempts) {
                    return new Reading(message, signatories, response).answer();
                }
                pause(attempt, response.rest());
            } catch (IOException e) {
                requireAnotherAttempt(attempt, e);
                pause(attempt, Duration.ZERO);
            }
        }
    }

    private void requireAnotherAttempt(int attempt, IOException e) {
        if (attempt == attempts) {
            throw new Unsent(
                    "no answer from " + line.gateway() + " in " + attempts + " attempts: " + e.getMessage(), e);
        }
    }

    private static void pause(int attempt, Duration atLeast) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration pause = doubled.compareTo(atLeast) > 0 ? doubled : atLeast;
        try {
            Thread.sleep(Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsent("interrupted before an answer came", e);
        }
    }
}
