package org.dianqiao.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The processes that run one program file, however they came to run. One that has ended and waits to be reaped shows no
 * program any more, so it does not count.
 */
record Processes(Path program) {

    private static final Duration ASKED = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(30);

    boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(program.toString()))
                .isPresent();
    }

    /** Returns when none is left. */
    void end() {
        long begun = System.nanoTime();
        for (List<ProcessHandle> left = ours(); !left.isEmpty(); left = ours()) {
            long waited = System.nanoTime() - begun;
            if (waited > FORCED.toNanos()) {
                throw new IllegalStateException("These processes of %s do not end: %s".formatted(program, left));
            }
            left.forEach(waited < ASKED.toNanos() ? ProcessHandle::destroy : ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }
}
