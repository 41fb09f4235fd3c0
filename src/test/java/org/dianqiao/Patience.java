package org.dianqiao;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How long a test waits for what must happen: so long that a busy machine fails none, for it costs only who fails. */
public final class Patience implements LauncherSessionListener {

    public static final Duration LONG = Duration.ofMinutes(5);

    /** After so many seconds a test that does not wait by itself hangs: later than any wait would have told for what. */
    public static final int HANGS = 600;

    private static final int TIMES = 20;

    /**
     * Whether one of some, each begun when the one before was over, takes less than this. A rhythm that all have to wait
     * for shows in each of them; a busy machine does not.
     */
    public static boolean isPrompt(Duration limit, Runnable work) {
        return isPrompt(limit, () -> work, Runnable::run);
    }

    /** `prepared`: what each begins with, and what nobody waits for. */
    public static <T> boolean isPrompt(Duration limit, Supplier<T> prepared, Consumer<T> work) {
        work.accept(prepared.get());
        for (int time = 0; time < TIMES; time++) {
            T ready = prepared.get();
            long begun = System.nanoTime();
            work.accept(ready);
            if (System.nanoTime() - begun < limit.toNanos()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
