package org.dianqiao.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.dianqiao.audit.Rfc9162;

/** Sizes and places that no tree of ours will have: the algorithm printed in the RFC and the verifier's agree on them. */
class TreesBeyondCountingTest {

    @Property(tries = 2_000)
    void agreesWithTheRfcOnAnyPlaceInAnyTree(
            @ForAll @LongRange(min = 0) long index,
            @ForAll @LongRange(min = 0) long size,
            @ForAll @Size(max = 66) List<Byte> hashes) {
        List<byte[]> path = path(hashes);
        byte[] leaf = Sm3.of(new byte[] {7});
        byte[] root = climbed(leaf, index, size, path);

        assertThat(Merkle.includes(leaf, index, size, root, path))
                .isEqualTo(Rfc9162.includes(leaf, index, size, root, path));
    }

    @Property(tries = 500)
    void believesAPathOfExactlyTheRightLength(
            @ForAll @LongRange(min = 1) long size, @ForAll @LongRange(min = 0) long any) {
        long index = any % size;
        byte[] leaf = Sm3.of(new byte[] {7});
        List<byte[]> path = path(new ArrayList<>(java.util.Collections.nCopies(length(index, size), (byte) 1)));
        byte[] root = climbed(leaf, index, size, path);

        assertThat(Merkle.includes(leaf, index, size, root, path)).isTrue();
        assertThat(Rfc9162.includes(leaf, index, size, root, path)).isTrue();
        path.add(leaf);
        assertThat(Merkle.includes(leaf, index, size, root, path)).isFalse();
    }

    /** Where the RFC's algorithm arrives, whatever the length. */
    private static byte[] climbed(byte[] leaf, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] reached = leaf;
        for (byte[] hash : path) {
            boolean left = (fn & 1) == 1 || fn == sn;
            reached = left ? Rfc9162.node(hash, reached) : Rfc9162.node(reached, hash);
            while (left && (fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
            fn >>= 1;
            sn >>= 1;
        }
        return reached;
    }

    private static int length(long index, long size) {
        int length = 0;
        long from = index;
        long width = size;
        while (width > 1) {
            long left = Long.highestOneBit(width - 1);
            boolean inLeft = from < left;
            from = inLeft ? from : from - left;
            width = inLeft ? left : width - left;
            length++;
        }
        return length;
    }

    private static List<byte[]> path(List<Byte> seeds) {
        List<byte[]> path = new ArrayList<>();
        seeds.forEach(seed -> path.add(Sm3.of(new byte[] {seed})));
        return path;
    }
}
