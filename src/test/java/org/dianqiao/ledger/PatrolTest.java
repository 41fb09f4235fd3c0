package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever edits an old row is found out by rereading, not only when its proof is asked for. */
@ExtendWith(OutputCaptureExtension.class)
class PatrolTest extends WithLedger {

    /** In the second of three tiles. */
    private static final int OLD = 300;

    private final MovedClock clock = new MovedClock();
    private LedgerNode node;
    private List<String> places;

    @BeforeEach
    void sealSomething() {
        node = node(folder(), clock);
        node.transaction().executeWithoutResult(at -> append(node, 700));
        node.tick();
        places = places();
    }

    @Test
    void rereadsTheWholeLedgerPieceByPiece() {
        node.walk();
        assertThat(node.patrol().read()).isEqualTo(256);
        node.walk();
        assertThat(node.patrol().read()).isEqualTo(512);
        assertThat(node.patrol().last()).isNull();
        node.walk();
        assertThat(node.patrol().read()).isEqualTo(700);
        assertThat(node.patrol().last()).isEqualTo(new Patrol.Round(clock.instant(), clock.instant(), 700));
        node.tick();
        assertThat(node.trouble()).isEmpty();
    }

    @Test
    void beginsAnewAfterItsTimeAndNotBefore() {
        node.walk();
        clock.pass(Patrol.ROUND.minusSeconds(1));
        walkARound();
        node.walk();
        assertThat(node.patrol().next()).isNull();
        clock.pass(Duration.ofSeconds(1));
        node.walk();
        assertThat(node.patrol().read()).isEqualTo(256);
        assertThat(Objects.requireNonNull(node.patrol().last()).entries()).isEqualTo(700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root = set_byte(root, 3, 255 - get_byte(root, 3))", "time = time - interval '1 day'"})
    void findsAnOldHeadThatIsNotWhatWasSigned(String edit) {
        node.transaction().executeWithoutResult(at -> append(node, 10));
        node.tick();
        superuserWithoutTriggers("UPDATE ledger_head SET %s WHERE size = 700".formatted(edit));
        walkARound();
        assertAltered("head 700 is not what was signed");
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        node.walk();
        LedgerNode restarted = node(node.data(), clock);
        restarted.walk();
        assertThat(restarted.patrol().read()).isEqualTo(512);
        assertThat(restarted.patrol().begun()).isEqualTo(node.patrol().begun());
    }

    @Test
    void beginsAnewWhereItsNotesCannotBeRead() throws IOException {
        node.walk();
        Files.writeString(notes(), "{");
        LedgerNode restarted = node(node.data(), clock);
        restarted.walk();
        assertThat(restarted.patrol().read()).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            at = at + interval '1 microsecond' ; is not what was sealed as leaf
            direction = 'out' ; is not what was sealed as leaf
            partner = 'grid.shandong' ; is not what was sealed as leaf
            message_id = message_id || '0' ; is not what was sealed as leaf
            kind = 'query' ; is not what was sealed as leaf
            service = 'project.withdrawn' ; is not what was sealed as leaf
            outcome = 'expired' ; is not what was sealed as leaf
            manifest = manifest || ' ' ; is not what was sealed as leaf
            signature = set_byte(signature, 200, 1) ; is not what was sealed as leaf
            answer_manifest = answer_manifest || ' ' ; is not what was sealed as leaf
            answer_manifest = NULL ; is not what was sealed as leaf
            answer_signature = signature ; has an answer whose signature does not hold
            answer_signature = '' ; has an answer whose signature does not hold
            answer_body = answer_body || ' ' ; has an answer with another body than its manifest names
            answer_body = NULL ; has an answer with another body than its manifest names
            case_id = '2609-410105-04-01-999999' ; stands under another case than its manifest names
            case_id = NULL ; stands under another case than its manifest names
            """)
    void noticesAnOldEntryThatWasEdited(String edit, String finding) {
        int index = placeOfACaseThatIsAnswered();
        superuserWithoutTriggers("UPDATE ledger_entry SET %s WHERE id = '%s'".formatted(edit, places.get(index)));
        walkARound();
        assertAltered(places.get(index) + " " + finding + (finding.endsWith("leaf") ? " " + index : ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            DELETE FROM ledger_leaf WHERE index = 300                     ; leaf 300 is missing
            DELETE FROM ledger_leaf WHERE index = 699                     ; leaf 699 is missing
            UPDATE ledger_leaf SET index = 1300 WHERE index = 300         ; leaf 300 is missing
            UPDATE ledger_leaf SET entry = 'x' WHERE index = 300          ; x of leaf 300 is missing
            UPDATE ledger_tile SET hashes = sha256('') WHERE level = 0 AND index = 1 ; tile 0/1 does not have the 256 hashes
            UPDATE ledger_tile SET hashes = %s WHERE level = 0 AND index = 1 ; tile 0/1 does not have the root that tile 1/0
            UPDATE ledger_tile SET hashes = %s WHERE level = 0 AND index = 2 ; tree of 700 entries has another root
            UPDATE ledger_tile SET hashes = %s WHERE level = 1            ; tile 0/1 does not have the root that tile 1/0
            DELETE FROM ledger_tile WHERE level = 1                       ; tile 1/0 does not have the 1 hashes
            DELETE FROM ledger_tile WHERE level = 0 AND index = 1         ; tile 0/1 does not have the 256 hashes
            """)
    void noticesRowsThatAreMissingAndTilesThatWereEdited(String edit, String finding) {
        superuserWithoutTriggers(edit.formatted("overlay(hashes PLACING '\\x00' FROM 40)"));
        walkARound();
        assertAltered(finding);
    }

    @Test
    void noticesAnEntryThatIsGone() {
        superuserWithoutTriggers("DELETE FROM ledger_entry WHERE id = '%s'".formatted(places.get(OLD)));
        walkARound();
        assertAltered(places.get(OLD) + " of leaf 300 is missing");
    }

    /** A partner's answer stands sealed; one that does not open must not hide the others beside it. */
    @Test
    void noticesAPartnersAnswerThatDoesNotOpen() {
        String sealed = owner().sql("SELECT max(id) FROM ledger_entry WHERE answer_sealed")
                .query(String.class)
                .single();
        superuserWithoutTriggers("UPDATE ledger_entry SET answer_body = set_byte(answer_body, 40,"
                + " 255 - get_byte(answer_body, 40)) WHERE id = '%s'".formatted(sealed));
        String beside = places.get(places.indexOf(sealed) - 1);
        superuserWithoutTriggers("UPDATE ledger_entry SET case_id = 'x' WHERE id = '%s'".formatted(beside));
        walkARound();
        assertAltered(sealed + " has an answer that does not open");
        assertAltered(beside + " stands under another case");
    }

    @Test
    void noticesTwoEntriesThatHaveChangedPlaces() {
        superuserWithoutTriggers("UPDATE ledger_leaf SET index = -index WHERE index IN (300, 301)");
        superuserWithoutTriggers("UPDATE ledger_leaf SET index = 601 + index WHERE index < 0");
        walkARound();
        assertAltered("is not what was sealed as leaf 300");
        assertAltered("is not what was sealed as leaf 301");
    }

    @Test
    void noticesAnEntryThatIsNotToBeSealedAtAll() {
        Entry hidden = append(node, 1).get(0);
        superuserWithoutTriggers("DELETE FROM ledger_unsealed");
        walkARound();
        assertAltered(hidden.id() + " has no place in the tree and does not wait for one");
    }

    @Test
    void sealsNothingOnTopAndSaysOnceWhatIsWrong(CapturedOutput log) {
        String entry = edit();
        walkARound();
        append(node, 1);
        node.tick();
        node.walk();
        node.tick();
        assertThat(waiting()).isOne();
        assertThat(node.tree().newest().size()).isEqualTo(700);
        assertThat(log.toString().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("The ledger was altered: " + entry + " is not", "settled.txt");
    }

    @Test
    void tellsAFewOfManyAndHowManyMoreThereAre() {
        superuserWithoutTriggers("UPDATE ledger_entry SET outcome = 'expired'");
        walkARound();
        assertAltered(places.get(4) + " is not what was sealed as leaf 4; and 251 more like these");
    }

    @Test
    void remembersWhatItFoundOverARestart() {
        edit();
        walkARound();
        LedgerNode restarted = node(node.data(), clock);
        append(restarted, 1);
        restarted.tick();
        assertThat(restarted.trouble()).contains("is not what was sealed as leaf 300");
        assertThat(waiting()).isOne();
        restarted.walk();
        restarted.tick();
        assertThat(restarted.trouble()).contains("is not what was sealed as leaf 300");
    }

    @Test
    void goesOnWhenItIsMended(CapturedOutput log) {
        superuser().sql("CREATE TABLE backup AS TABLE ledger_entry").update();
        edit();
        walkARound();
        append(node, 1);
        node.tick();
        assertAltered("leaf 300");
        superuserWithoutTriggers("UPDATE ledger_entry e SET outcome = b.outcome FROM backup b WHERE b.id = e.id");
        node.walk();
        node.tick();
        assertThat(node.trouble()).isEmpty();
        assertThat(node.tree().newest().size()).isEqualTo(701);
        assertThat(log).contains("Sealing goes on");
        assertThat(suspected()).isZero();
    }

    @Test
    void goesOnWhenSomebodyHasDecidedToLiveWithIt() throws IOException {
        String entry = edit();
        walkARound();
        node.tick();
        assertAltered("leaf 300");
        Files.writeString(node.data().resolve("ledger/settled.txt"), "leaf 1\n " + entry + "\n");
        node.walk();
        node.tick();
        assertThat(node.trouble()).isEmpty();
        walkARound();
        assertThat(node.patrol().last()).isNotNull();
        superuserWithoutTriggers("DELETE FROM ledger_leaf WHERE index = 301");
        clock.pass(Patrol.ROUND);
        walkARound();
        assertAltered("leaf 301 is missing");
    }

    @Test
    void sendsTheOtherNodesThereToo() {
        LedgerNode other = node(folder(), clock);
        edit();
        walkARound();
        assertThat(other.patrol().doubt()).isNull();
        other.walk();
        other.tick();
        assertThat(other.trouble()).contains("is not what was sealed as leaf 300");
    }

    @Test
    void believesNoOtherNodeWithoutLooking() {
        owner().sql("INSERT INTO ledger_suspicion VALUES (1, ''), (77, 'x')").update();
        walkARound();
        node.tick();
        assertThat(node.trouble()).isEmpty();
        assertThat(suspected()).isZero();
    }

    @Test
    void findsNothingWhileNodesSealAndAppend() {
        LedgerNode other = node();
        CompletableFuture<Void> appending = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                append(other, 10);
                other.tick();
            }
        });
        while (!appending.isDone()) {
            node.walk();
            node.tick();
            clock.pass(Patrol.ROUND);
            assertThat(node.patrol().doubt()).isNull();
        }
        appending.join();
        assertThat(Objects.requireNonNull(node.patrol().last()).entries()).isGreaterThan(700);
    }

    @Test
    void rereadsALedgerThatIsEmptyNotAtAll() {
        superuserWithoutTriggers("DELETE FROM ledger_entry");
        for (String table : List.of("ledger_leaf", "ledger_tile", "ledger_head")) {
            superuserWithoutTriggers("DELETE FROM " + table);
        }
        LedgerNode fresh = node(folder(), clock);
        fresh.walk();
        assertThat(fresh.patrol().last()).isNull();
    }

    /** All of its columns say something. */
    private int placeOfACaseThatIsAnswered() {
        return owner().sql("""
                        SELECT min(index) FROM ledger_leaf JOIN ledger_entry ON id = entry
                        WHERE index >= 256 AND answer_body IS NOT NULL AND case_id IS NOT NULL AND direction = 'in'
                        """).query(Integer.class).single();
    }

    private String edit() {
        String entry = places.get(OLD);
        superuserWithoutTriggers("UPDATE ledger_entry SET outcome = 'expired' WHERE id = '%s'".formatted(entry));
        return entry;
    }

    private void walkARound() {
        for (int i = 0; i < 4; i++) {
            node.walk();
        }
    }

    private void assertAltered(String finding) {
        node.tick();
        assertThat(node.trouble()).startsWith("The ledger was altered: ").contains(finding);
    }

    private long suspected() {
        return owner().sql("SELECT count(*) FROM ledger_suspicion")
                .query(Long.class)
                .single();
    }

    private Path notes() {
        return node.data().resolve("ledger/patrol.json");
    }
}
