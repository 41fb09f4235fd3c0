package org.dianqiao.threads;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the gateway from ending. */
public final class Daemons {

    private Daemons() {}

    /** Not started yet. */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    public static ThreadFactory named(String name) {
        return work -> of(name, work);
    }
}
