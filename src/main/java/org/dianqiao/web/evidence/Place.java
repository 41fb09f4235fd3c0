package org.dianqiao.web.evidence;

import java.time.Instant;
import java.util.Base64;
import org.dianqiao.ledger.Ascent;
import org.dianqiao.ledger.TreeHead;
import org.dianqiao.trust.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands in the tree, under which head, and the way that leads there.
 *
 * @param index of its leaf, from 0
 */
public record Place(long index, TreeHead head, Ascent ascent) {

    /** Whether the way ends at the root that was signed. */
    public boolean proven() {
        return ascent.root().equals(head.root());
    }

    public Instant signed() {
        return Instant.parse(head.time());
    }

    /** An authority's word on when the head was there at the latest; absent until one has answered. */
    public @Nullable Stamp stamp() {
        String token = head.timestamp();
        return token == null ? null : Stamp.read(Base64.getDecoder().decode(token));
    }
}
