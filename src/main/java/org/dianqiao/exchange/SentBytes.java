package org.dianqiao.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body on its way in. That it breaks off is no evidence of anything, and whatever else fails on reading is ours. It
 * may come slowly, but not so slowly that its sender only holds a thread with it.
 */
public final class SentBytes extends FilterInputStream {

    private static final Duration ALWAYS = Duration.ofSeconds(60);
    private static final int SLOWEST_PER_SECOND = 8 * 1024;

    private final LongSupplier nanos;
    private final long begun;
    private final long patience;

    /** `length`: how much the manifest promises. */
    public SentBytes(InputStream in, long length, LongSupplier nanos) {
        this(in, ALWAYS.plusSeconds(length / SLOWEST_PER_SECOND), nanos);
    }

    /** `patience`: within which it is to be there. */
    public SentBytes(InputStream in, Duration patience, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.patience = patience.toNanos();
    }

    @Override
    public int read() {
        return received(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
        return received(() -> in.read(bytes, from, most));
    }

    private int received(Read read) {
        try {
            int got = read.now();
            if (got >= 0 && nanos.getAsLong() - begun > patience) {
                throw new Refused(Code.MALFORMED, "正文传得太慢，已不再等待。");
            }
            return got;
        } catch (IOException e) {
            throw new Refused(Code.MALFORMED, "正文没有传完整。");
        }
    }

    private interface Read {
        int now() throws IOException;
    }
}
