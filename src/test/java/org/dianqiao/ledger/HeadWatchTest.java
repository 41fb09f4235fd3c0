package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever restores an old backup, or edits the tree, is found out before anything is signed on top of that. */
@ExtendWith(OutputCaptureExtension.class)
class HeadWatchTest extends WithLedger {

    private static final List<String> TABLES = List.of("ledger_leaf", "ledger_tile", "ledger_head");

    private LedgerNode node;

    @BeforeEach
    void sealSomething() {
        node = node();
        append(node, 300);
        node.tick();
    }

    @Test
    void keepsTheNewestHeadOutsideTheDatabase() {
        assertThat(text(node.kept()))
                .contains("\"size\":300", node.tree().newest().root());
        append(node, 1);
        node.tick();
        assertThat(text(node.kept()))
                .contains("\"size\":301", node.tree().newest().root());
    }

    @Test
    void noticesAnOlderDatabaseAndSealsNothingOnTopOfIt(CapturedOutput log) {
        rewind();
        append(node, 5);
        node.tick();
        node.tick();
        assertInDoubt("the database has a tree of 300 entries, and had one of 500");
        assertThat(log.toString().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("tree is in doubt", "300", "500", "removes " + node.kept());
        assertThat(waiting()).isEqualTo(5);
        assertThat(node.tree().newest().size()).isEqualTo(500);
    }

    /** The database may be rewound between the look and the lock. */
    @Test
    void looksOnceMoreWhenItHasTheLock() {
        rewind();
        append(node, 5);
        assertThatThrownBy(() -> node.sealer().seal())
                .isInstanceOf(DoubtfulTree.class)
                .hasMessage("the database has a tree of 300 entries, and had one of 500");
        assertThat(waiting()).isEqualTo(5);
    }

    @Test
    void noticesItAlsoAfterARestartAndTellsTheHeadThatWasKept() {
        rewind();
        LedgerNode restarted = node(node.data());
        append(restarted, 5);
        restarted.tick();
        assertThat(restarted.trouble()).contains("the database has a tree of 300 entries, and had one of 500");
        assertThat(waiting()).isEqualTo(5);
        assertThat(restarted.tree().newest().size()).isEqualTo(500);
    }

    @Test
    void goesOnWhenTheRightDatabaseIsBack(CapturedOutput log) {
        append(node, 200);
        node.tick();
        copy("right");
        superuserWithoutTriggers("DELETE FROM ledger_head WHERE size = 500");
        node.tick();
        assertInDoubt("the database has a tree of 300 entries, and had one of 500");
        restore("right");
        append(node, 5);
        node.tick();
        assertThat(node.trouble()).isEmpty();
        assertThat(node.tree().newest().size()).isEqualTo(505);
        assertThat(log).contains("Sealing goes on");
    }

    @Test
    void goesOnFromTheOlderTreeWhenSomebodyHasRemovedTheKeptHead() throws IOException {
        rewind();
        append(node, 5);
        node.tick();
        Files.delete(node.kept());
        node.tick();
        assertThat(node.trouble()).isEmpty();
        assertThat(node.tree().newest().size()).isEqualTo(305);
        assertThat(waiting()).isZero();
    }

    @Test
    void noticesThatARewoundTreeWasSealedFurtherByANodeThatKnewNothing() {
        rewind();
        LedgerNode stranger = node();
        append(stranger, 400);
        stranger.tick();
        assertThat(stranger.tree().newest().size()).isEqualTo(700);
        append(node, 5);
        node.tick();
        assertInDoubt("the tree of 700 entries does not continue the one of 500");
    }

    @Test
    void noticesAnEmptyDatabase() {
        TABLES.forEach(table -> superuserWithoutTriggers("DELETE FROM " + table));
        node.tick();
        assertInDoubt("the database has no tree, and had one of 300 entries");
    }

    @Test
    void noticesAHeadOfTheSameTreeThatNobodySigned() {
        superuserWithoutTriggers("UPDATE ledger_head SET time = time + interval '1 hour'");
        node.tick();
        assertInDoubt("the head of 300 entries is not signed with the gateway's key");
    }

    @Test
    void noticesAHeadWithAnotherRoot() {
        superuserWithoutTriggers("UPDATE ledger_head SET root = sha256('')");
        node.tick();
        assertInDoubt("another root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level = 0 AND index = 1", "level = 1"})
    void noticesAnEditedTileBeforeItSigns(String which) {
        superuserWithoutTriggers(
                "UPDATE ledger_tile SET hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3)) WHERE " + which);
        append(node, 1);
        node.tick();
        assertInDoubt("the tree of 301 entries does not continue the one of 300");
        assertThat(node.tree().heads(0, 10)).hasSize(1);
        assertThat(waiting()).isOne();
    }

    @Test
    void noticesATileThatIsGone() {
        superuserWithoutTriggers("DELETE FROM ledger_tile WHERE level = 0 AND index = 1");
        append(node, 1);
        node.tick();
        assertInDoubt("tile 0/1 does not have the 44 hashes that it had");
    }

    @Test
    void noticesAHeadThatSomebodyElseSigned() {
        Path otherKeys = LedgerNode.keys();
        LedgerNode forger = node(folder(), otherKeys);
        append(forger, 1);
        forger.tick();
        assertThat(forger.tree().newest().size()).isEqualTo(301);
        node.tick();
        assertInDoubt("the head of 301 entries is not signed with the gateway's key");
    }

    @Test
    void noticesAHeadWhoseSignatureIsNone() {
        append(node, 1);
        node().tick();
        superuserWithoutTriggers("UPDATE ledger_head SET signature = '\\x30' WHERE size = 301");
        node.tick();
        assertInDoubt("the head of 301 entries is not signed with the gateway's key");
    }

    @Test
    void goesOnAfterTheKeyWasChanged() {
        append(node, 1);
        node().tick();
        LedgerNode rolled = node(node.data(), LedgerNode.keys());
        append(rolled, 1);
        rolled.tick();
        append(rolled, 1);
        rolled.tick();
        assertThat(rolled.trouble()).isEmpty();
        assertThat(rolled.tree().heads(0, 10)).extracting(TreeHead::size).containsExactly(300L, 301L, 302L, 303L);
    }

    @Test
    void noticesAKeptHeadThatCannotBeRead() throws IOException {
        Files.writeString(node.kept(), "{");
        append(node, 1);
        node.tick();
        assertInDoubt("the head that was kept cannot be read");
        assertThat(waiting()).isOne();
    }

    @Test
    void takesTheTreeAsItIsWhereNothingWasKept() {
        LedgerNode fresh = node();
        append(fresh, 1);
        fresh.tick();
        assertThat(fresh.trouble()).isEmpty();
        assertThat(fresh.tree().newest().size()).isEqualTo(301);
    }

    @Test
    void doesNotTakeATreeThatIsNotTheSignedOne() {
        superuserWithoutTriggers(
                "UPDATE ledger_tile SET hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3))" + " WHERE level = 1");
        LedgerNode fresh = node();
        fresh.tick();
        assertThat(fresh.trouble()).contains("the tiles of 300 entries do not have the root that was signed");
        assertThat(fresh.kept()).doesNotExist();
    }

    @Test
    void tellsANodeThatDoesNotSealTheNewestHead() {
        LedgerNode other = node();
        other.tick();
        append(node, 1);
        node.tick();
        other.tick();
        assertThat(other.tree().newest()).isEqualTo(node.tree().newest());
        assertThat(text(other.kept())).isEqualTo(text(node.kept()));
    }

    private void assertInDoubt(String reason) {
        assertThat(node.trouble()).startsWith("The ledger's tree is in doubt: ").contains(reason);
    }

    /** A backup of 300 entries, taken back when there are 500. */
    private void rewind() {
        copy("backup");
        append(node, 200);
        node.tick();
        assertThat(node.tree().newest().size()).isEqualTo(500);
        restore("backup");
    }

    private void copy(String name) {
        TABLES.forEach(table -> superuser()
                .sql("CREATE TABLE %s_%s AS TABLE %s".formatted(name, table, table))
                .update());
    }

    private void restore(String name) {
        for (String table : TABLES) {
            superuserWithoutTriggers("DELETE FROM " + table);
            superuserWithoutTriggers("INSERT INTO %s TABLE %s_%s".formatted(table, name, table));
        }
    }
}
