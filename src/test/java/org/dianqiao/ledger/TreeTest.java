package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dianqiao.audit.Rfc9162;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tiles give, held against the definitions of RFC 9162. */
class TreeTest {

    private static final int MOST = 600;
    private static final List<byte[]> LEAVES = TilesInMemory.leaves(0, MOST);
    private static final TilesInMemory TILES = new TilesInMemory();

    private static final List<byte[]> ROOTS = IntStream.rangeClosed(0, 65)
            .mapToObj(size -> Rfc9162.mth(LEAVES.subList(0, size)))
            .toList();

    static {
        TILES.append(LEAVES);
    }

    @Test
    void hashesLeavesAndNodesAsTheRfcSays() {
        byte[] entry = "dqx-entry/1\n".getBytes();
        assertThat(Merkle.leaf(entry)).isEqualTo(Rfc9162.leaf(entry));
        assertThat(Merkle.node(LEAVES.get(0), LEAVES.get(1))).isEqualTo(Rfc9162.node(LEAVES.get(0), LEAVES.get(1)));
        assertThat(HexFormat.of().formatHex(new Tree(TILES, 0).root()))
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        for (int size = 0; size <= MOST; size++) {
            assertThat(new Tree(TILES, size).root()).as("%d", size).isEqualTo(Rfc9162.mth(LEAVES.subList(0, size)));
        }
    }

    @Test
    void provesEveryLeafAtEverySizeUpTo70() {
        IntStream.rangeClosed(1, 70).forEach(size -> assertProves(size, 0, 1));
    }

    @Test
    void provesEveryLeafAroundTheEdgeOfATile() {
        IntStream.rangeClosed(Tile.WIDTH - 3, Tile.WIDTH + 4).forEach(size -> assertProves(size, 0, 1));
    }

    /** At each size others, the last always. */
    @Test
    void provesEverySeventhLeafAtEverySizeUpTo300() {
        IntStream.rangeClosed(1, 300).forEach(size -> assertProves(size, (size - 1) % 7, 7));
    }

    /** Of the leaves from `first` on every `step`th. */
    private static void assertProves(int size, int first, int step) {
        List<byte[]> leaves = LEAVES.subList(0, size);
        byte[] root = Rfc9162.mth(leaves);
        for (int index = first; index < size; index += step) {
            List<byte[]> proof = new Tree(TILES, size).inclusion(index);
            assertThat(Rfc9162.includes(leaves.get(index), index, size, root, proof))
                    .as("%d in %d", index, size)
                    .isTrue();
        }
    }

    @Test
    void givesThePathsOfTheDefinition() {
        for (int size : new int[] {1, 2, 3, 7, 255, 256, 257, 511, 512, 513, 600}) {
            for (int index = 0; index < size; index++) {
                assertThat(new Tree(TILES, size).inclusion(index))
                        .as("%d in %d", index, size)
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(Rfc9162.path(index, LEAVES.subList(0, size)));
            }
        }
    }

    @Test
    void givesTheConsistencyProofsOfTheDefinitionForEveryPairUpTo64() {
        for (int to = 1; to <= 64; to++) {
            for (int from = 1; from <= to; from++) {
                assertConsistent(from, to);
            }
        }
    }

    @Test
    void givesTheConsistencyProofsOfTheDefinitionAroundTheEdgesOfTiles() {
        for (int to : new int[] {255, 256, 257, 511, 512, 513, 600}) {
            for (int from = 1; from <= to; from++) {
                assertConsistent(from, to);
            }
        }
    }

    private static void assertConsistent(int from, int to) {
        List<byte[]> proof = new Tree(TILES, to).consistency(from);
        byte[] first = Rfc9162.mth(LEAVES.subList(0, from));
        byte[] second = Rfc9162.mth(LEAVES.subList(0, to));
        assertThat(proof)
                .as("%d in %d", from, to)
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(Rfc9162.proof(from, LEAVES.subList(0, to)));
        assertThat(Rfc9162.consistent(from, first, to, second, proof)).isTrue();
        assertThat(Consistency.holds(from, first, to, second, proof)).isTrue();
    }

    @RepeatedTest(20)
    void growsToTheSameTilesHoweverItIsCut() {
        Random chance = new Random();
        TilesInMemory inPieces = new TilesInMemory();
        int size = 0;
        while (size < MOST) {
            int next = Math.min(MOST, size + 1 + chance.nextInt(300));
            inPieces.append(LEAVES.subList(size, next));
            size = next;
        }
        assertSameTiles(inPieces);
    }

    @Test
    void growsLeafByLeaf() {
        TilesInMemory inPieces = new TilesInMemory();
        for (int size = 0; size < MOST; size++) {
            inPieces.append(LEAVES.subList(size, size + 1));
        }
        assertSameTiles(inPieces);
    }

    private static void assertSameTiles(TilesInMemory inPieces) {
        assertThat(inPieces.all()).containsOnlyKeys(TILES.all().keySet());
        inPieces.all().forEach((name, tile) -> assertThat(tile.hashes())
                .isEqualTo(TILES.all().get(name).hashes()));
    }

    /** Large enough for a tile at level 2 to have more than one hash. */
    @Test
    void provesAtSizesTakenByChanceOutOfManyLeaves() {
        List<byte[]> leaves = TilesInMemory.leaves(0, 100_000);
        TilesInMemory tiles = new TilesInMemory();
        tiles.append(leaves);
        Random chance = new Random();
        for (int i = 0; i < 12; i++) {
            int to = 65_000 + chance.nextInt(35_000);
            int from = 1 + chance.nextInt(to);
            int index = chance.nextInt(to);
            String what = "%d and %d in %d".formatted(index, from, to);
            byte[] first = Rfc9162.mth(leaves.subList(0, from));
            byte[] second = Rfc9162.mth(leaves.subList(0, to));
            assertThat(new Tree(tiles, to).root()).as(what).isEqualTo(second);
            List<byte[]> path = new Tree(tiles, to).inclusion(index);
            assertThat(Rfc9162.includes(leaves.get(index), index, to, second, path))
                    .as(what)
                    .isTrue();
            List<byte[]> proof = new Tree(tiles, to).consistency(from);
            assertThat(Rfc9162.consistent(from, first, to, second, proof))
                    .as(what)
                    .isTrue();
            assertThat(Consistency.holds(from, first, to, second, proof))
                    .as(what)
                    .isTrue();
        }
    }

    @Test
    void readsAFewTilesWhateverIsAsked() {
        TilesInMemory tiles = new TilesInMemory();
        tiles.append(TilesInMemory.leaves(0, 100_000));
        Random chance = new Random();
        for (int i = 0; i < 1000; i++) {
            int to = 1 + chance.nextInt(100_000);
            int from = 1 + chance.nextInt(to);
            int index = chance.nextInt(to);
            assertThat(tiles.readsSince(() -> new Tree(tiles, to).root())).isLessThanOrEqualTo(3);
            assertThat(tiles.readsSince(() -> new Tree(tiles, to).inclusion(index)))
                    .isLessThanOrEqualTo(6);
            assertThat(tiles.readsSince(() -> new Tree(tiles, to).consistency(from)))
                    .isLessThanOrEqualTo(6);
        }
    }

    @Test
    void believesNoProofThatWasChanged() {
        byte[] first = Rfc9162.mth(LEAVES.subList(0, 300));
        byte[] second = Rfc9162.mth(LEAVES);
        List<byte[]> proof = new Tree(TILES, MOST).consistency(300);
        assertThat(Consistency.holds(300, first, MOST, second, proof)).isTrue();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            changed.set(i, first);
            assertThat(Consistency.holds(300, first, MOST, second, changed)).isFalse();
            changed.remove(i);
            assertThat(Consistency.holds(300, first, MOST, second, changed)).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(first);
        assertThat(Consistency.holds(300, first, MOST, second, longer)).isFalse();
        assertThat(Consistency.holds(300, first, MOST, second, List.of())).isFalse();
        assertThat(Consistency.holds(256, Rfc9162.mth(LEAVES.subList(0, 256)), MOST, second, proof))
                .isFalse();
        assertThat(Consistency.holds(MOST, second, 300, first, proof)).isFalse();
        assertThat(Consistency.holds(MOST, first, MOST, second, List.of())).isFalse();
    }

    @Test
    void provesNoLeafWithAChangedHashAtAnotherPlaceOrUnderAnotherRoot() {
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = new Tree(TILES, size).inclusion(index);
                for (int i = 0; i < path.size() * 256; i += 29) {
                    assertThat(includes(index, size, size, flipped(path, i))).isFalse();
                }
                assertThat(includes(index, size, size + 1, path)).isFalse();
                assertThat(includes(index, size, size, shorter(path)) && size > 1)
                        .isFalse();
                byte[] leaf = LEAVES.get(index);
                for (int other = 0; other < size; other++) {
                    assertThat(Rfc9162.includes(leaf, other, size, ROOTS.get(size), path))
                            .as("%d as %d in %d", index, other, size)
                            .isEqualTo(other == index);
                }
            }
        }
    }

    private static boolean includes(int index, int size, int rootOf, List<byte[]> path) {
        return Rfc9162.includes(LEAVES.get(index), index, size, ROOTS.get(rootOf), path);
    }

    @Test
    void provesNoGrowthWithAChangedHashOrBetweenOtherSizes() {
        for (int to = 2; to <= 64; to++) {
            for (int from = 1; from < to; from++) {
                List<byte[]> proof = new Tree(TILES, to).consistency(from);
                for (int i = 0; i < proof.size() * 256; i += 29) {
                    assertThat(grows(from, to, flipped(proof, i))).isFalse();
                }
                assertThat(grows(from, to, shorter(proof))).isFalse();
                assertThat(grows(from, to + 1, proof)).isFalse();
                for (int other = 1; other <= to; other++) {
                    assertThat(grows(other, to, proof))
                            .as("from %d as from %d to %d", from, other, to)
                            .isEqualTo(other == from);
                }
            }
        }
    }

    /** Both verifiers agree. */
    private static boolean grows(int from, int to, List<byte[]> proof) {
        boolean ours = Consistency.holds(from, ROOTS.get(from), to, ROOTS.get(to), proof);
        assertThat(Rfc9162.consistent(from, ROOTS.get(from), to, ROOTS.get(to), proof))
                .isEqualTo(ours);
        return ours;
    }

    private static List<byte[]> flipped(List<byte[]> hashes, int bit) {
        List<byte[]> changed = new ArrayList<>(hashes);
        byte[] hash = changed.get(bit / 256).clone();
        hash[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        changed.set(bit / 256, hash);
        return changed;
    }

    private static List<byte[]> shorter(List<byte[]> hashes) {
        return hashes.subList(0, Math.max(0, hashes.size() - 1));
    }

    @Test
    void believesNoProofForOtherTrees() {
        byte[] second = Rfc9162.mth(LEAVES);
        List<byte[]> proof = new Tree(TILES, MOST).consistency(300);
        assertThat(Consistency.holds(300, second, MOST, second, proof)).isFalse();
        byte[] one = LEAVES.get(0);
        byte[] two = Rfc9162.mth(LEAVES.subList(0, 2));
        assertThat(Consistency.holds(1, one, 2, two, LEAVES.subList(1, 2))).isTrue();
        assertThat(Consistency.holds(1, one, 1000, two, LEAVES.subList(1, 2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {601, 768, 65_536})
    void doesNotAnswerForLeavesThatAreNotThere(int size) {
        assertThatThrownBy(() -> new Tree(TILES, size).root()).isInstanceOf(DoubtfulTree.class);
    }
}
