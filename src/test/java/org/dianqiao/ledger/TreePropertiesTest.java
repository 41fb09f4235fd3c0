package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dianqiao.verifier.TreeOpinion;

/** The ledger's proofs before two judges who never met: its own and the offline verifier. */
class TreePropertiesTest {

    private static final int MOST = 70_000;
    private static final TilesInMemory TILES = new TilesInMemory();
    private static final List<byte[]> LEAVES = TilesInMemory.leaves(0, MOST);

    static {
        TILES.append(LEAVES);
    }

    @Property(tries = 300)
    void everyLeafIsProvenInEveryTree(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int leaf) {
        int index = leaf % size;
        Tree tree = new Tree(TILES, size);
        List<byte[]> path = tree.inclusion(index);

        assertThat(TreeOpinion.includes(LEAVES.get(index), index, size, tree.root(), path))
                .isTrue();
    }

    @Property(tries = 300)
    void everyTreeIsTheBeginningOfEveryLargerOne(
            @ForAll @IntRange(min = 1, max = MOST) int one, @ForAll @IntRange(min = 1, max = MOST) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        byte[] before = new Tree(TILES, from).root();
        Tree after = new Tree(TILES, to);
        List<byte[]> proof = after.consistency(from);

        assertThat(Consistency.holds(from, before, to, after.root(), proof)).isTrue();
        assertThat(TreeOpinion.consistent(from, before, to, after.root(), proof))
                .isTrue();

        List<byte[]> tooLong = Stream.concat(Stream.of(before), proof.stream()).toList();
        assertThat(Consistency.holds(from, before, to, after.root(), tooLong)).isFalse();
        assertThat(TreeOpinion.consistent(from, before, to, after.root(), tooLong))
                .isFalse();
    }

    @Property(tries = 300)
    void noProofSurvivesAChangedBit(
            @ForAll @IntRange(min = 2, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int leaf,
            @ForAll @IntRange(max = 255) int bit,
            @ForAll @IntRange(max = 16) int hash) {
        int index = leaf % size;
        Tree tree = new Tree(TILES, size);
        List<byte[]> path = changed(tree.inclusion(index), hash, bit);
        assertThat(TreeOpinion.includes(LEAVES.get(index), index, size, tree.root(), path))
                .isFalse();

        int before = index + 1;
        List<byte[]> proof = tree.consistency(before);
        Assume.that(!proof.isEmpty());
        List<byte[]> wrong = changed(proof, hash, bit);
        byte[] root = new Tree(TILES, before).root();
        assertThat(Consistency.holds(before, root, size, tree.root(), wrong)).isFalse();
        assertThat(TreeOpinion.consistent(before, root, size, tree.root(), wrong))
                .isFalse();
    }

    /** Whatever hashes, sizes and places somebody invents, both judges say the same of them. */
    @Property(tries = 2_000)
    void bothJudgesAgreeOnInventedProofs(
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int to,
            @ForAll @Size(max = 7) List<@IntRange(max = 3) Integer> picks) {
        List<byte[]> proof = picks.stream().map(LEAVES::get).toList();
        byte[] before = new Tree(TILES, from).root();
        byte[] after = new Tree(TILES, to).root();
        Assume.that(from > 0);

        assertThat(TreeOpinion.consistent(from, before, to, after, proof))
                .isEqualTo(Consistency.holds(from, before, to, after, proof));
    }

    /** Grown leaf by leaf in any portions, the tiles are those of the whole. */
    @Property(tries = 50)
    void portionsMakeNoDifference(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 700) Integer> portions) {
        TilesInMemory grown = new TilesInMemory();
        int size = 0;
        for (int portion : portions) {
            grown.append(LEAVES.subList(size, size + portion));
            size += portion;
        }

        assertThat(new Tree(grown, size).root()).isEqualTo(new Tree(TILES, size).root());
    }

    private static List<byte[]> changed(List<byte[]> hashes, int which, int bit) {
        List<byte[]> changed = new ArrayList<>(hashes);
        byte[] hash = changed.get(which % changed.size()).clone();
        hash[bit / 8] ^= (byte) (1 << bit % 8);
        changed.set(which % changed.size(), hash);
        return changed;
    }
}
