package org.dianqiao.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** An answer that has so long to come, all of it. */
public final class InTime extends FilterInputStream {

    private final long until;

    public InTime(InputStream in, Duration patience) {
        this(in, System.nanoTime() + patience.toNanos());
    }

    /** @param until in nanoseconds of the same clock */
    public InTime(InputStream in, long until) {
        super(in);
        this.until = until;
    }

    @Override
    public int read() throws IOException {
        return stillInTime(in.read());
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        return stillInTime(in.read(bytes, from, most));
    }

    private int stillInTime(int read) throws IOException {
        if (read >= 0 && System.nanoTime() - until > 0) {
            throw new SocketTimeoutException("the answer came too slowly");
        }
        return read;
    }
}
