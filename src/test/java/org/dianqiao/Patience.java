package org.dianqiao;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How long a test waits for what must happen: so long that a busy machine fails none, for it costs only who fails. */
public final class Patience implements LauncherSessionListener {

    public static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
