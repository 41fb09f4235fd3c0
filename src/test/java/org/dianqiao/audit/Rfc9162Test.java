package org.dianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The auditor's own mathematics, held against the RFC's definitions of the proofs (2.1.3.1, 2.1.4.1). */
class Rfc9162Test {

    private static final int MOST = 40;
    private static final List<byte[]> LEAVES = IntStream.range(0, MOST)
            .mapToObj(i -> Rfc9162.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final byte[] OTHER = Rfc9162.leaf("other".getBytes(StandardCharsets.UTF_8));

    @Test
    void theRootOfNothingIsTheDigestOfNothing() {
        assertThat(HexFormat.of().formatHex(Rfc9162.mth(List.of())))
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void believesARightPathAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            byte[] root = Rfc9162.mth(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Rfc9162.path(index, LEAVES.subList(0, size));
                byte[] leaf = LEAVES.get(index);
                assertThat(Rfc9162.includes(leaf, index, size, root, path)).isTrue();
                assertThat(Rfc9162.includes(leaf, index + 1, size, root, path)).isFalse();
                assertThat(Rfc9162.includes(leaf, index, size, OTHER, path)).isFalse();
                assertThat(Rfc9162.includes(leaf, index, size, root, longer(path)))
                        .isFalse();
            }
        }
    }

    @Test
    void believesThatATreeHasGrownAndNotThatItWasChanged() {
        for (int to = 1; to <= MOST; to++) {
            byte[] root = Rfc9162.mth(LEAVES.subList(0, to));
            for (int from = 1; from < to; from++) {
                byte[] before = Rfc9162.mth(LEAVES.subList(0, from));
                List<byte[]> proof = Rfc9162.proof(from, LEAVES.subList(0, to));
                assertThat(Rfc9162.consistent(from, before, to, root, proof)).isTrue();
                assertThat(Rfc9162.consistent(from, OTHER, to, root, proof)).isFalse();
                assertThat(Rfc9162.consistent(from, before, to, OTHER, proof)).isFalse();
                assertThat(Rfc9162.consistent(from, before, to, root, longer(proof)))
                        .isFalse();
            }
        }
    }

    private static List<byte[]> longer(List<byte[]> path) {
        return Stream.concat(path.stream(), Stream.of(LEAVES.get(0))).toList();
    }
}
