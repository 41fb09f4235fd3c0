package org.dianqiao.delivery;

import java.io.InputStream;
import java.util.Optional;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.exchange.ExchangeStore;

/** A large part out of the database, one piece at a time, so that it is never whole in memory. */
final class PieceStream extends InputStream {

    private final Kept part;
    private final ExchangeStore store;
    private byte[] piece = new byte[0];
    private int number;
    private int next;

    PieceStream(Kept part, ExchangeStore store) {
        this.part = part;
        this.store = store;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (next == piece.length && !advance()) {
            return -1;
        }
        int count = Math.min(most, piece.length - next);
        System.arraycopy(piece, next, into, from, count);
        next += count;
        return count;
    }

    private boolean advance() {
        Optional<byte[]> further = store.piece(part.entry(), part.ordinal(), number++);
        piece = further.orElseGet(() -> new byte[0]);
        next = 0;
        return further.isPresent();
    }
}
