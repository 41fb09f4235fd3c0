package org.dianqiao.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A large part out of the database, one piece at a time, so that it is never whole in memory and no connection is held
 * while its reader is slow. What is erased meanwhile does not look like a shorter part.
 */
final class Pieces extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private final long length;
    private byte[] piece = new byte[0];
    private int number;
    private int next;
    private long given;

    Pieces(IntFunction<Optional<byte[]>> pieces, long length) {
        this.pieces = pieces;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (given == length) {
            return -1;
        }
        if (next == piece.length) {
            advance();
        }
        int count = Math.min(most, piece.length - next);
        System.arraycopy(piece, next, into, from, count);
        next += count;
        given += count;
        return count;
    }

    private void advance() throws IOException {
        piece = pieces.apply(number++)
                .orElseThrow(() -> new IOException("erased while it was read, after %d bytes".formatted(given)));
        next = 0;
    }
}
