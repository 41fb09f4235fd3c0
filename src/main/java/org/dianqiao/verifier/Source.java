package org.dianqiao.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import java.util.zip.Inflater;

/** Bytes from front to back, with little-endian numbers in them, and how far we are. */
final class Source {

    private final InputStream in;
    private final IntConsumer read;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long before;

    Source(InputStream in, IntConsumer read) {
        this.in = in;
        this.read = read;
    }

    long position() {
        return before + at;
    }

    boolean ended() throws IOException {
        return end == at && !more();
    }

    boolean has(int count) throws IOException {
        while (end - at < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** The next four bytes without taking them; 0, which is no signature, where there are not so many. */
    int ahead() throws IOException {
        return has(4) ? number(at, 4) : 0;
    }

    int u16() throws IOException {
        need(2);
        at += 2;
        return number(at - 2, 2);
    }

    long u32() throws IOException {
        need(4);
        at += 4;
        return Integer.toUnsignedLong(number(at - 4, 4));
    }

    long u64() throws IOException {
        long low = u32();
        return low | u32() << 32;
    }

    byte[] exactly(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(length, buffer.length));
        byte[] piece = new byte[Math.min(length, buffer.length)];
        while (bytes.size() < length) {
            bytes.write(piece, 0, take(piece, 0, Math.min(piece.length, length - bytes.size())));
        }
        return bytes.toByteArray();
    }

    /** At least one byte. */
    int take(byte[] into, int offset, int most) throws IOException {
        need(Math.min(1, most));
        int taken = Math.min(most, end - at);
        System.arraycopy(buffer, at, into, offset, taken);
        at += taken;
        return taken;
    }

    /** All that is at hand; what it leaves is given back. */
    void feed(Inflater inflater) throws IOException {
        need(1);
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    void giveBack(int bytes) {
        at -= bytes;
    }

    private void need(int count) throws IOException {
        if (!has(count)) {
            throw new Broken(Flaw.CUT_OFF);
        }
    }

    private boolean more() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        before += at;
        end -= at;
        at = 0;
        int got = in.read(buffer, end, buffer.length - end);
        if (got > 0) {
            end += got;
            read.accept(got);
        }
        return got > 0;
    }

    private int number(int from, int bytes) {
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | (buffer[from + i] & 0xff);
        }
        return number;
    }
}
