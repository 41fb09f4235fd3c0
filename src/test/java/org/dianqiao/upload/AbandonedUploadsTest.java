package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody uses for a week is erased, whole or not; what a message names stays as long as the message. */
class AbandonedUploadsTest extends WithUploads {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Piece drawing = drawing(MIB + 5);

    @BeforeEach
    @AfterEach
    void nothingElseIsOld() {
        database()
                .sql("UPDATE upload SET used_at = used_at + interval '100 days' WHERE erased_at IS NULL")
                .update();
    }

    @Test
    void eraseWhatWasNotFinished() {
        URI upload = announced(drawing);
        patch(upload, 0, part(drawing.bytes(), 0, MIB));
        pass(WEEK.minus(MINUTE));
        assertThat(offset(head(upload))).isEqualTo(MIB);
        pass(WEEK.plus(MINUTE));
        assertThat(head(upload).statusCode()).isEqualTo(410);
        assertProblem(patch(upload, MIB, part(drawing.bytes(), MIB, MIB + 5)), 410, "erased");
        assertThat(pieces(upload)).isZero();
    }

    @Test
    void eraseWhatWasFinishedAndNeverNamed() {
        URI upload = announced(drawing);
        patch(upload, 0, drawing.bytes());
        pass(WEEK.plus(MINUTE));
        assertThat(head(upload).statusCode()).isEqualTo(410);
        Parcel notice = notice();
        assertRefused(post(notice), notice, 400, "digest-mismatch");
        assertThat(pieces(upload)).isZero();
    }

    @Test
    void keepWhatAMessageNames() {
        URI upload = announced(drawing);
        patch(upload, 0, drawing.bytes());
        Parcel notice = notice();
        accepted(post(notice));
        pass(Duration.ofDays(30));
        assertThat(offset(head(upload))).isEqualTo(drawing.bytes().length);
        erased(notice);
        pass(WEEK.minus(MINUTE));
        assertThat(pieces(upload)).isEqualTo(2);
        pass(WEEK.plus(MINUTE));
        assertThat(head(upload).statusCode()).isEqualTo(410);
        assertThat(pieces(upload)).isZero();
    }

    @Test
    void keepWhatIsNamedAgainInTime() {
        URI upload = announced(drawing);
        patch(upload, 0, drawing.bytes());
        database()
                .sql("UPDATE upload SET used_at = used_at - interval '6 days'")
                .update();
        Parcel notice = notice();
        accepted(post(notice));
        erased(notice);
        pass(Duration.ofDays(2));
        assertThat(offset(head(upload))).isEqualTo(drawing.bytes().length);
    }

    @Test
    void keepWhatWasAnnouncedInACaseThatIsHeld() {
        String code = Plots.freshCode();
        URI upload = announced(announcement(DESIGNER, drawing).put("case", code).sealed());
        patch(upload, 0, drawing.bytes());
        hold(code);
        pass(WEEK.plus(MINUTE));
        assertThat(offset(head(upload))).isEqualTo(drawing.bytes().length);
        release(code);
        pass(WEEK.plus(MINUTE));
        assertThat(head(upload).statusCode()).isEqualTo(410);
    }

    @Test
    void eraseMoreThanAreTakenAtOnce() {
        URI upload = announced(drawing);
        database().sql("""
                        INSERT INTO upload (entry, token, sender, length, sm3, used_at)
                        SELECT entry || '-' || n, token || '-' || n, sender, length, sm3, used_at - interval '1 minute'
                        FROM upload CROSS JOIN generate_series(1, 130) AS n WHERE token = ?
                        """).param(token(upload)).update();
        pass(WEEK.plus(MINUTE));
        assertThat(head(upload).statusCode()).isEqualTo(410);
        assertThat(waiting(upload)).isZero();
    }

    @Test
    void goesOnWithTheAddressOfARepeatedAnnouncement() {
        Parcel announcement = announcement(DESIGNER, drawing).sealed();
        URI upload = announced(announcement);
        pass(WEEK.plus(MINUTE));
        assertThat(announced(announcement)).isEqualTo(upload);
        assertThat(head(upload).statusCode()).isEqualTo(410);
    }

    /** Named in a transaction that has not ended yet: the watch passes it by. */
    @Test
    void keepWhatIsBeingNamedAtThisMoment() throws Exception {
        URI upload = announced(drawing);
        patch(upload, 0, drawing.bytes());
        CountDownLatch named = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        ExecutorService naming = Executors.newSingleThreadExecutor();
        try {
            Future<?> done = naming.submit(() -> bean(TransactionTemplate.class).executeWithoutResult(open -> {
                database()
                        .sql("UPDATE upload SET used_at = now() + interval '30 days' WHERE token = ?")
                        .param(token(upload))
                        .update();
                named.countDown();
                await(cleaned);
            }));
            await(named);
            pass(WEEK.plus(MINUTE));
            cleaned.countDown();
            done.get();
        } finally {
            naming.shutdown();
        }
        assertThat(offset(head(upload))).isEqualTo(drawing.bytes().length);
    }

    private Parcel notice() {
        return event(DESIGNER, "notice.published", Plots.notice("总平面图"))
                .naming(drawing)
                .sealed();
    }

    /** Its message's time is over. */
    private static void erased(Parcel notice) {
        database()
                .sql("DELETE FROM part WHERE entry = (SELECT entry FROM accepted WHERE sender = ? AND message_id = ?)")
                .params(notice.from(), notice.id())
                .update();
    }

    private static void hold(String code) {
        database().sql("""
                        INSERT INTO legal_hold (case_id, since, set_by, why)
                        VALUES (?, now(), 'zhao.min', '行政复议第 12 号')
                        """).param(code).update();
    }

    private static void release(String code) {
        database().sql("""
                        UPDATE legal_hold SET released_at = now(), released_by = 'zhao.min', released_why = '复议终结'
                        WHERE case_id = ?
                        """).param(code).update();
    }

    private static long waiting(URI upload) {
        return database()
                .sql("SELECT count(*) FROM upload WHERE token LIKE ? || '%' AND erased_at IS NULL")
                .param(token(upload))
                .query(Long.class)
                .single();
    }

    private static void pass(Duration time) {
        new UploadWatch(bean(UploadStore.class), Clock.offset(CLOCK, time)).clean();
    }

    private static long pieces(URI upload) {
        return database().sql("""
                        SELECT count(*) FROM part_piece p JOIN upload u ON p.entry LIKE u.entry || '.%'
                        WHERE u.token = ?
                        """).param(token(upload)).query(Long.class).single();
    }

    private static String token(URI upload) {
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
