package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-ups of leads are kept for 180 days, what was told of projects for three years. */
class RetentionTest extends AtTheDoor {

    private static final Duration THREE_YEARS = Duration.ofDays(1095);
    private static final Duration DAY = Duration.ofDays(1);

    private final String code = Plots.freshCode();
    private final Parcel told =
            event(PLATFORM, "project.code-assigned", Plots.coded(code)).sealed();
    private final Parcel question =
            query(GRID, "lead.lookup", Plots.leadOf(code)).sealed();

    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void nothingWasErasedYet() {
        database().sql("UPDATE erased_until SET entry = ''").update();
    }

    @Test
    void repeatsAReplyByteForByteUntilItsTimeIsOver() {
        Reply first = answered();
        pass(Duration.ofDays(179));
        Reply again = post(question);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(parts(question)).isEqualTo(2);
    }

    @Test
    void refusesARepeatWhoseReplyIsErased() {
        answered();
        pass(Duration.ofDays(181));
        assertThat(parts(question)).isZero();
        assertRefused(post(question), question, 410, "erased");
        assertRefused(post(question), question, 410, "erased");
        assertThat(entriesOf(question)).isEqualTo(3);
    }

    @Test
    void tellsAConflictFromAnErasedReply() {
        answered();
        pass(Duration.ofDays(181));
        Parcel other = query(GRID, "lead.lookup", Plots.leadOf(Plots.freshCode()))
                .put("id", question.id())
                .sealed();
        assertRefused(post(other), other, 409, "id-conflict");
    }

    @Test
    void repeatsAReceiptForEver() {
        Reply first = accepted(post(told));
        pass(THREE_YEARS.plus(DAY));
        assertThat(parts(told)).isZero();
        Reply again = post(told);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
    }

    @Test
    void leavesTheLedgerAndTheBoundId() {
        answered();
        List<Map<String, Object>> before = proof();
        assertThat(before).hasSize(1);
        pass(Duration.ofDays(181));
        assertThat(proof()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void leavesWhatIsKeptLonger() {
        answered();
        pass(THREE_YEARS.minus(DAY));
        assertThat(parts(question)).isZero();
        assertThat(parts(told)).isOne();
    }

    @Test
    void erasesLargePartsWithAllTheirPieces() {
        byte[] plan = new byte[3 << 20];
        new Random(410105).nextBytes(plan);
        Parcel large = coded().pieces(Piece.json(Plots.coded()), new Piece("总平面图.dwg", "application/acad", plan))
                .sealed();
        accepted(post(large));
        assertThat(pieces(large)).isEqualTo(3);
        pass(THREE_YEARS.plus(DAY));
        assertThat(parts(large)).isZero();
        assertThat(pieces(large)).isZero();
    }

    @Test
    void erasesSoonerWhereTheCatalogueSaysSo() throws IOException {
        answered();
        pass(catalogue("10d"), Duration.ofDays(9));
        assertThat(parts(question)).isEqualTo(2);
        pass(catalogue("10d"), Duration.ofDays(11));
        assertThat(parts(question)).isZero();
        assertThat(parts(told)).isOne();
    }

    @Test
    void keepsForEverWhatIsKeptSinceBeforeTimeBegan() throws IOException {
        answered();
        pass(catalogue("999999d"), THREE_YEARS.minus(DAY));
        assertThat(parts(question)).isEqualTo(2);
    }

    private Reply answered() {
        accepted(post(told));
        return accepted(post(question));
    }

    private static void pass(Duration later) {
        pass(bean(Catalogue.class), later);
    }

    private static void pass(Catalogue catalogue, Duration later) {
        new RetentionWatch(bean(RetentionStore.class), catalogue, Clock.offset(CLOCK, later)).erase();
    }

    private Catalogue catalogue(String retention) throws IOException {
        Path file = folder.resolve("services.yaml");
        Files.writeString(file, """
                services:
                  lead.lookup:
                    title: { zh: 线索查询, en: Lead lookup }
                    kind: query
                    retention: %s
                """.formatted(retention));
        return Catalogue.read(file, contract -> true);
    }

    private static int parts(Parcel parcel) {
        return count("part", parcel);
    }

    private static int pieces(Parcel parcel) {
        return count("part_piece", parcel);
    }

    private static int count(String table, Parcel parcel) {
        return database()
                .sql("SELECT count(p.*) FROM accepted a LEFT JOIN " + table + " p USING (entry) WHERE a.message_id = ?")
                .param(parcel.id())
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> proof() {
        return database()
                .sql("SELECT * FROM ledger_entry e JOIN accepted a ON a.entry = e.id WHERE a.message_id = ?")
                .param(question.id())
                .query()
                .listOfRows();
    }
}
