package org.dianqiao.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The body of a request, cut into pieces as it comes. A piece ends when it is large enough, when it took long enough,
 * and where the line breaks: what has come counts.
 */
final class Intake {

    private static final int LARGEST = 1 << 20;
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / (8 * 1024);

    private final InputStream in;
    private final LongSupplier nanos;
    private final long begun;
    private final byte[] room = new byte[LARGEST];
    private long received;
    private boolean broken;

    Intake(InputStream in, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** The next piece, of so many bytes at the most; of none where nothing more comes. */
    byte[] next(long most) {
        int size = (int) Math.min(LARGEST, most);
        int length = 0;
        long since = nanos.getAsLong();
        while (length < size && !isOver() && (length == 0 || nanos.getAsLong() - since < LONGEST)) {
            int count = read(length, size - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        received += length;
        return Arrays.copyOf(room, length);
    }

    /** One byte more than is wanted, which is not kept. */
    boolean hasMore() {
        return read(0, 1) > 0;
    }

    /** It ended before its end, or came so slowly that it was not waited for. */
    boolean isBroken() {
        return broken;
    }

    private boolean isOver() {
        broken |= nanos.getAsLong() - begun > PATIENCE + received * NANOS_PER_BYTE;
        return broken;
    }

    private int read(int at, int most) {
        try {
            return in.read(room, at, most);
        } catch (IOException e) {
            broken = true;
            return -1;
        }
    }
}
