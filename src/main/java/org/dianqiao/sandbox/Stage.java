package org.dianqiao.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Where the story is played: each step is told on one line, and a rest follows. */
record Stage(Clock clock, Duration pause, Narration narration, Numbers numbers) {

    /** An interruption ends it early. */
    Optional<Answer> step(String telling, Desk desk, Letter letter) throws InterruptedException {
        Optional<Answer> answer = narration.tell(telling, () -> desk.send(letter));
        Thread.sleep(pause.toMillis());
        return answer;
    }

    String now() {
        return Story.time(clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Story.CHINA);
    }
}
