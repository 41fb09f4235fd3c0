package org.dianqiao.exchange;

import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Reply;
import org.dianqiao.exchange.KeptPartStore.Role;

/** What the gateway keeps of a message, read as the gateway reads it. */
final class Keeping extends AtTheDoor {

    private Keeping() {}

    static byte[] kept(Reply receipt, int ordinal, Piece piece) {
        Part named = Part.of(piece.name(), piece.type(), piece.bytes());
        return bean(KeptPartStore.class)
                .find(receipt.header("DQ-Entry"), Role.MESSAGE, ordinal, named)
                .orElseThrow()
                .bytes();
    }
}
