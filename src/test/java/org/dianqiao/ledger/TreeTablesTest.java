package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed stays, by privilege and behind that by trigger. */
class TreeTablesTest extends WithLedger {

    private LedgerNode node;

    @BeforeEach
    void sealSomething() {
        node = node();
        append(node, 300);
        node.tick();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_leaf SET entry = ''",
                "DELETE FROM ledger_leaf",
                "TRUNCATE ledger_leaf",
                "UPDATE ledger_head SET root = ''",
                "UPDATE ledger_head SET size = 1, token = ''",
                "DELETE FROM ledger_head",
                "TRUNCATE ledger_head",
                "DELETE FROM ledger_tile",
                "TRUNCATE ledger_tile",
                "UPDATE ledger_unsealed SET leaf = ''",
                "DROP TRIGGER ledger_tile_only_grows ON ledger_tile"
            })
    void haveNoRightForTheGatewayToChangeThem(String change) {
        assertThatThrownBy(() -> node.sql().sql(change).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_leaf SET entry = ''",
                "DELETE FROM ledger_leaf",
                "TRUNCATE ledger_leaf",
                "UPDATE ledger_head SET root = ''",
                "UPDATE ledger_head SET time = now(), token = ''",
                "UPDATE ledger_head SET token = NULL",
                "DELETE FROM ledger_head",
                "TRUNCATE ledger_head",
                "UPDATE ledger_tile SET hashes = substring(hashes FOR 32) WHERE level = 0",
                "UPDATE ledger_tile SET hashes = overlay(hashes PLACING '\\x00' FROM 1)",
                "UPDATE ledger_tile SET level = 7 WHERE level = 1",
                "DELETE FROM ledger_tile",
                "TRUNCATE ledger_tile"
            })
    void refuseEvenTheirOwner(String change) {
        assertThatThrownBy(() -> owner().sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void letTheGatewayStampAHeadOnce() {
        String stamp = "UPDATE ledger_head SET token = '\\x01'";
        assertThat(node.sql().sql(stamp).update()).isOne();
        assertThatThrownBy(() -> node.sql().sql(stamp).update()).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void haveNoTwoPlacesForOneEntry() {
        String entry = places().get(0);
        owner().sql("INSERT INTO ledger_unsealed VALUES (?, '\\x00')")
                .param(entry)
                .update();
        node.tick();
        assertThat(node.trouble()).startsWith("Sealing fails");
        assertThat(node.tree().newest().size()).isEqualTo(300);
    }
}
