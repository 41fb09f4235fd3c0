package org.dianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The auditor's own mathematics, held against the RFC's definitions of the proofs (2.1.3.1, 2.1.4.1). */
class ProofsTest {

    private static final int MOST = 40;
    private static final List<byte[]> LEAVES = IntStream.range(0, MOST)
            .mapToObj(i -> Proofs.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final byte[] OTHER = Proofs.leaf("other".getBytes(StandardCharsets.UTF_8));

    @Test
    void theRootOfNothingIsTheDigestOfNothing() {
        assertThat(HexFormat.of().formatHex(Proofs.root(List.of())))
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void believesARightPathAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            byte[] root = Proofs.root(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> path = path(index, LEAVES.subList(0, size));
                byte[] leaf = LEAVES.get(index);
                assertThat(Proofs.includes(leaf, index, size, path, root)).isTrue();
                assertThat(Proofs.includes(leaf, index + 1, size, path, root)).isFalse();
                assertThat(Proofs.includes(leaf, index, size, path, OTHER)).isFalse();
                assertThat(Proofs.includes(leaf, index, size, longer(path), root))
                        .isFalse();
            }
        }
    }

    @Test
    void believesThatATreeHasGrownAndNotThatItWasChanged() {
        for (int to = 1; to <= MOST; to++) {
            byte[] root = Proofs.root(LEAVES.subList(0, to));
            for (int from = 1; from < to; from++) {
                byte[] before = Proofs.root(LEAVES.subList(0, from));
                List<byte[]> proof = proof(from, LEAVES.subList(0, to), true);
                assertThat(Proofs.consistent(from, before, to, root, proof)).isTrue();
                assertThat(Proofs.consistent(from, OTHER, to, root, proof)).isFalse();
                assertThat(Proofs.consistent(from, before, to, OTHER, proof)).isFalse();
                assertThat(Proofs.consistent(from, before, to, root, longer(proof)))
                        .isFalse();
            }
        }
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(d.size() - 1);
        return m < k
                ? and(path(m, d.subList(0, k)), Proofs.root(d.subList(k, d.size())))
                : and(path(m - k, d.subList(k, d.size())), Proofs.root(d.subList(0, k)));
    }

    private static List<byte[]> proof(int m, List<byte[]> d, boolean known) {
        if (m == d.size()) {
            return known ? List.of() : List.of(Proofs.root(d));
        }
        int k = Integer.highestOneBit(d.size() - 1);
        return m <= k
                ? and(proof(m, d.subList(0, k), known), Proofs.root(d.subList(k, d.size())))
                : and(proof(m - k, d.subList(k, d.size()), false), Proofs.root(d.subList(0, k)));
    }

    private static List<byte[]> longer(List<byte[]> path) {
        return and(path, LEAVES.get(0));
    }

    private static List<byte[]> and(List<byte[]> path, byte[] hash) {
        List<byte[]> more = new ArrayList<>(path);
        more.add(hash);
        return more;
    }
}
