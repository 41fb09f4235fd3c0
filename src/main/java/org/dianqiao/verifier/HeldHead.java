package org.dianqiao.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A head that the caller kept, out of an earlier receipt for instance, and with it, where the caller asked for one,
 * the proof that it and another are of one tree.
 *
 * <p>The file holds one of these, or an array of them: a head; a receipt's body, in which `head` is the head; or
 * `{"head": ..., "from": m, "to": n, "hashes": [...]}`, with what GET /ledger/v1/proofs/consistency answered for m
 * and n.
 */
record HeldHead(Head head, @Nullable Proof proof) {

    private static final int MOST = 1_000;

    record Proof(long from, long to, List<byte[]> hashes) {

        boolean between(long smaller, long larger) {
            return from == smaller && to == larger;
        }
    }

    static List<HeldHead> of(byte[] json) {
        Object value = Json.read(json, Json.FLAT);
        List<?> all = value instanceof List<?> several ? several : List.of(value);
        Malformed.unless(all.size() <= MOST, "树头过多", "too many heads");
        List<HeldHead> held = new ArrayList<>();
        all.forEach(one -> held.add(of(Fields.of(one))));
        return held;
    }

    private static HeldHead of(Fields fields) {
        if (!fields.has("head")) {
            return new HeldHead(Head.of(fields), null);
        }
        Head head = Head.of(Fields.of(fields.members().get("head")));
        return new HeldHead(head, fields.has("hashes") ? proof(fields) : null);
    }

    private static Proof proof(Fields fields) {
        return new Proof(fields.number("from"), fields.number("to"), Merkle.hashes(fields.list("hashes")));
    }

    /** Whether both are of one tree; empty where that cannot be told without a proof. */
    Optional<Boolean> agrees(Head other) {
        boolean first = head.size() <= other.size();
        Head smaller = first ? head : other;
        Head larger = first ? other : head;
        boolean evident = smaller.size() == larger.size() || smaller.size() == 0;
        List<byte[]> hashes = proof != null && proof.between(smaller.size(), larger.size()) ? proof.hashes : List.of();
        if (!evident && hashes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Merkle.consistent(
                smaller.size(), smaller.rootBytes(), larger.size(), larger.rootBytes(), evident ? List.of() : hashes));
    }
}
