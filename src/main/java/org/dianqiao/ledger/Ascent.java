package org.dianqiao.ledger;

import java.util.ArrayList;
import java.util.List;
import org.dianqiao.trust.Sm3;

/**
 * The way from a leaf up to the root, one rung for each hash of its inclusion proof: RFC 9162, section 2.1.3. What a
 * reader of the proof works out, put down step by step, so that a person can follow it.
 */
public record Ascent(String leaf, List<Rung> rungs) {

    /**
     * One step up.
     *
     * @param beside the hash that the proof gives for this step
     * @param left whether it stands to the left of ours
     * @param first the first of the leaves that it stands for
     * @param last the last of them
     * @param above what the two make together
     */
    public record Rung(String beside, boolean left, long first, long last, String above) {}

    /** What the proof gives a hash for: the leaves from one to before the other, on one side of the way. */
    private record Side(boolean left, long from, long to) {}

    static Ascent of(byte[] leaf, long index, long size, List<byte[]> hashes) {
        List<Side> sides = new ArrayList<>();
        sides(index, 0, size, sides);
        List<Rung> rungs = new ArrayList<>();
        byte[] ours = leaf;
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            byte[] beside = hashes.get(i);
            ours = side.left ? Merkle.node(beside, ours) : Merkle.node(ours, beside);
            rungs.add(new Rung(Sm3.hex(beside), side.left, side.from, side.to - 1, Sm3.hex(ours)));
        }
        return new Ascent(Sm3.hex(leaf), List.copyOf(rungs));
    }

    /** Where the way ends. */
    public String root() {
        return rungs.isEmpty() ? leaf : rungs.get(rungs.size() - 1).above();
    }

    /** The lowest first. */
    private static void sides(long index, long from, long to, List<Side> sides) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Tree.split(to - from);
        if (index < middle) {
            sides(index, from, middle, sides);
            sides.add(new Side(false, middle, to));
        } else {
            sides(index, middle, to, sides);
            sides.add(new Side(true, from, middle));
        }
    }
}
