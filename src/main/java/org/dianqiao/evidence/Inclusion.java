package org.dianqiao.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.dianqiao.ledger.TreeHead;
import org.dianqiao.trust.Sm3;

/** That an entry is in the ledger: its place in the tree, the hashes that lead from there to the root, the head. */
record Inclusion(long index, TreeHead head, List<byte[]> hashes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Proof(long index, long size, List<String> hashes) {}

    byte[] proofJson() {
        return json(new Proof(index, head.size(), hashes.stream().map(Sm3::hex).toList()));
    }

    /** As the ledger's own page shows it. */
    byte[] headJson() {
        return json(head);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
