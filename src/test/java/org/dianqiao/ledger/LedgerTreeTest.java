package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.dianqiao.audit.Rfc9162;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody may ask of the tree. */
class LedgerTreeTest extends WithLedger {

    private LedgerNode node;
    private LedgerTree tree;

    @BeforeEach
    void sealSomething() {
        node = node();
        tree = node.tree();
        append(node, 200);
        node.tick();
        append(node, 400);
        node.tick();
    }

    @Test
    void tellsTheNewestHeadFromItsStartOn() {
        assertThat(node().tree().newest()).isEqualTo(tree.newest());
    }

    @Test
    void tellsHeadsOldestFirst() {
        assertThat(tree.heads(0, 10)).extracting(TreeHead::size).containsExactly(200L, 600L);
        assertThat(tree.heads(200, 10)).containsExactly(tree.newest());
        assertThat(tree.heads(0, 1)).extracting(TreeHead::size).containsExactly(200L);
        assertThat(tree.heads(600, 10)).isEmpty();
    }

    @Test
    void givesTheFirstHashesOfATile() {
        List<byte[]> leaves = leaves();
        assertTile(0, 0, 256, leaves.subList(0, 256));
        assertTile(0, 1, 3, leaves.subList(256, 259));
        assertTile(0, 2, 88, leaves.subList(512, 600));
        assertTile(1, 0, 2, List.of(Rfc9162.mth(leaves.subList(0, 256)), Rfc9162.mth(leaves.subList(256, 512))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 89",
        "0, 2, 256",
        "0, 3, 1",
        "0, -1, 1",
        "0, 0, 0",
        "0, 0, 257",
        "0, 9223372036854775807, 256",
        "0, 36028797018963967, 256",
        "1, 0, 3",
        "2, 0, 1",
        "8, 0, 1",
        "2147483647, 0, 1",
        "-1, 0, 1"
    })
    void givesNoTileThatTheTreeDoesNotHave(int level, long index, int width) {
        assertThat(tree.tile(level, index, width)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 600", "600, 600", "599, 601", "0, 9223372036854775807"})
    void provesNoLeafThatIsNotThere(long index, long size) {
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(index, size));
    }

    @ParameterizedTest
    @CsvSource({"0, 600", "-1, 600", "2, 1", "600, 601", "9223372036854775807, 9223372036854775807"})
    void provesNoTreesThatHaveNotBeen(long from, long to) {
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(from, to));
    }

    @Test
    void provesTreesBetweenHeadsToo() {
        List<byte[]> leaves = leaves();
        byte[] first = Rfc9162.mth(leaves.subList(0, 77));
        byte[] second = Rfc9162.mth(leaves.subList(0, 599));
        assertThat(Rfc9162.consistent(77, first, 599, second, tree.consistency(77, 599)))
                .isTrue();
        assertThat(tree.consistency(600, 600)).isEmpty();
        assertThat(Rfc9162.includes(leaves.get(76), 76, 77, first, tree.inclusion(76, 77)))
                .isTrue();
    }

    @Test
    void answersForAHeadThatAnotherNodeHasTold() {
        LedgerNode other = node();
        append(other, 1);
        other.tick();
        assertThat(tree.newest().size()).isEqualTo(600);
        assertThat(tree.consistency(600, 601)).isNotEmpty();
        assertThat(tree.inclusion(600, 601)).isNotEmpty();
        assertThat(tree.tile(0, 2, 89)).isPresent();
    }

    @Test
    void knowsThePlaceOfAnEntryOnceItHasOne() {
        String entry = append(node, 1).get(0).id();
        assertThat(tree.index(entry)).isEmpty();
        node.tick();
        assertThat(tree.index(entry)).hasValue(600);
        assertThat(tree.index("nobody")).isEmpty();
    }

    private void assertTile(int level, long index, int width, List<byte[]> hashes) {
        byte[] raw = tree.tile(level, index, width).orElseThrow();
        assertThat(raw).isEqualTo(Tile.of(level, index, hashes).hashes());
    }
}
