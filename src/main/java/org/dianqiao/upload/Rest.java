package org.dianqiao.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is still on its way when a request has its answer. A line that is closed before its bytes are read is torn
 * down, and may take the answer with it; so they are read and dropped, for a while.
 */
final class Rest {

    private static final long MOST = 64L << 20;
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private Rest() {}

    static void drop(InputStream in, LongSupplier nanos) {
        byte[] room = new byte[1 << 16];
        long since = nanos.getAsLong();
        long dropped = 0;
        try {
            while (dropped < MOST && nanos.getAsLong() - since < LONGEST) {
                int count = in.read(room);
                if (count < 0) {
                    return;
                }
                dropped += count;
            }
        } catch (IOException e) {
            return; // the line broke, and nothing more comes
        }
    }
}
