package org.dianqiao.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body on its way in. That it breaks off is no evidence of anything, and whatever else fails on reading is ours. */
final class SentBytes extends FilterInputStream {

    SentBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        return received(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
        return received(() -> in.read(bytes, from, most));
    }

    private static int received(Read read) {
        try {
            return read.now();
        } catch (IOException e) {
            throw new Refused(Code.MALFORMED, "正文没有传完整。");
        }
    }

    private interface Read {
        int now() throws IOException;
    }
}
