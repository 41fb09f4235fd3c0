package org.dianqiao.verifier;

import java.util.List;

/** Where in the tree an entry stands, and the path from there to the root. */
record Inclusion(long index, long size, List<byte[]> path) {

    static Inclusion of(byte[] json) {
        Fields fields = Fields.of(json, Json.FLAT);
        return new Inclusion(fields.number("index"), fields.number("size"), Merkle.hashes(fields.list("hashes")));
    }

    boolean holds(byte[] entry, byte[] root) {
        return Merkle.includes(Merkle.leaf(entry), index, size, root, path);
    }
}
