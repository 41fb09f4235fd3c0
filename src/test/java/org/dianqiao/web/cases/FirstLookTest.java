package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FirstLookTest {

    private final LinkedBlockingQueue<Thread> readers = new LinkedBlockingQueue<>();

    @Test
    void isTakenBesideTheStart() throws InterruptedException {
        new FirstLook(boards(null)).begin();
        assertThat(readers.poll(1, TimeUnit.MINUTES))
                .isNotNull()
                .isNotSameAs(Thread.currentThread())
                .returns(true, Thread::isDaemon);
    }

    @Test
    void troublesNobodyWhenTheDatabaseIsAway() throws InterruptedException {
        LinkedBlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
        try {
            new FirstLook(boards(new DataAccessResourceFailureException("away"))).begin();
            Thread reader = readers.poll(1, TimeUnit.MINUTES);
            assertThat(reader).isNotNull();
            reader.join();
            assertThat(thrown).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private Boards boards(@Nullable RuntimeException failure) {
        return new Boards(null, null, null, null, null, null) {
            @Override
            void readAhead() {
                readers.add(Thread.currentThread());
                if (failure != null) {
                    throw failure;
                }
            }
        };
    }
}
