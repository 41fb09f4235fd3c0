package org.dianqiao.upload;

import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads and their pieces. Each statement is a transaction of its own: what it leaves is what there is. */
@Repository
public class UploadStore {

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a sender has announced and not named yet. */
    record Waiting(int open, long bytes) {}

    /** One message of a sender at a time: until its transaction ends the others wait here. */
    void waitForTurn(String sender) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('upload'), hashtext(?))")
                .param(sender)
                .query()
                .listOfRows();
    }

    Waiting waiting(String sender) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE completed_at IS NULL) AS open, coalesce(sum(length), 0) AS bytes
                FROM upload WHERE sender = ? AND erased_at IS NULL AND NOT named
                """)
                .param(sender)
                .query((row, n) -> new Waiting(row.getInt("open"), row.getLong("bytes")))
                .single();
    }

    void add(Upload upload, Instant now) {
        jdbc.sql("""
                INSERT INTO upload (entry, token, sender, length, sm3, used_at, completed_at)
                VALUES (:entry, :token, :sender, :length, :sm3, :now,
                        CASE WHEN :complete THEN :now::timestamptz END)
                """)
                .param("entry", upload.entry())
                .param("token", upload.token())
                .param("sender", upload.sender())
                .param("length", upload.length())
                .param("sm3", upload.sm3())
                .param("complete", upload.complete())
                .param("now", utc(now))
                .update();
    }

    Optional<Upload> find(String token) {
        return jdbc.sql("SELECT * FROM upload WHERE token = ?")
                .param(token)
                .query(UploadStore::upload)
                .optional();
    }

    /** As it stands, and a new turn: what an older request still holds in its hands is not added any more. */
    Optional<Upload> nextTurn(String token) {
        return jdbc.sql("UPDATE upload SET turn = turn + 1 WHERE token = ? RETURNING *")
                .param(token)
                .query(UploadStore::upload)
                .optional();
    }

    /** Adds a piece to `before`. False: another request was faster, or has its turn now. */
    boolean add(Upload before, Upload after, byte[] piece, Instant now) {
        return jdbc.sql("""
                WITH grown AS (
                    UPDATE upload SET received = :received, pieces = :pieces, digest = :digest, used_at = :now,
                        completed_at = CASE WHEN :complete THEN :now::timestamptz END
                    WHERE entry = :entry AND turn = :turn AND received = :before AND erased_at IS NULL
                    RETURNING pieces)
                INSERT INTO part_piece (entry, role, ordinal, piece, content, sealed)
                SELECT :key, 'message', 0, pieces - 1, :piece, true FROM grown
                """)
                        .param("received", after.received())
                        .param("pieces", after.pieces())
                        .param("digest", after.digest())
                        .param("complete", after.complete())
                        .param("now", utc(now))
                        .param("entry", before.entry())
                        .param("turn", before.turn())
                        .param("before", before.received())
                        .param("key", before.key())
                        .param("piece", piece)
                        .update()
                == 1;
    }

    /** Nothing of it is worth anything: it begins again. */
    boolean restart(Upload upload, Instant now) {
        return jdbc.sql("""
                UPDATE upload SET received = 0, pieces = 0, digest = NULL, used_at = ?,
                    turn = turn + 1, round = round + 1
                WHERE entry = ? AND turn = ? AND received = ? AND erased_at IS NULL
                """)
                        .params(utc(now), upload.entry(), upload.turn(), upload.received())
                        .update()
                == 1;
    }

    /**
     * Erases what was not used since, whole or not, so many at the most; not what was announced in a case that is held.
     * Who names one at this moment has changed its row, or waits for this to end and then finds it erased.
     */
    List<Upload> eraseUnused(Instant since, Instant now, int most) {
        return jdbc.sql("""
                WITH unused AS MATERIALIZED (
                    SELECT u.entry FROM upload u
                    WHERE u.used_at < :since AND u.erased_at IS NULL
                      AND NOT EXISTS (SELECT FROM part WHERE pieces_of = u.entry || '.' || u.round)
                      AND NOT EXISTS (
                          SELECT FROM ledger_entry l JOIN legal_hold h ON h.case_id = l.case_id
                          WHERE l.id = u.entry AND h.released_at IS NULL)
                    ORDER BY u.used_at LIMIT :most FOR UPDATE OF u SKIP LOCKED)
                UPDATE upload u SET erased_at = :now, digest = NULL, turn = turn + 1, round = round + 1
                FROM unused WHERE u.entry = unused.entry
                RETURNING u.*
                """)
                .param("now", utc(now))
                .param("since", utc(since))
                .param("most", most)
                .query(UploadStore::upload)
                .list();
    }

    /** An older round of an upload, whose pieces are of no use any more. */
    record Rest(String entry, int round) {}

    List<Rest> rests() {
        return jdbc.sql("SELECT entry, wiped FROM upload WHERE wiped < round ORDER BY entry LIMIT 100")
                .query((row, n) -> new Rest(row.getString("entry"), row.getInt("wiped")))
                .list();
    }

    /** So many at a time that it never takes long. How many there were. */
    int wipe(Rest rest, int most) {
        return jdbc.sql("""
                DELETE FROM part_piece WHERE entry = :key AND role = 'message' AND ordinal = 0 AND piece IN (
                    SELECT piece FROM part_piece WHERE entry = :key AND role = 'message' AND ordinal = 0 LIMIT :most)
                """)
                .param("key", Upload.key(rest.entry(), rest.round()))
                .param("most", most)
                .update();
    }

    void wiped(Rest rest) {
        jdbc.sql("UPDATE upload SET wiped = wiped + 1 WHERE entry = ? AND wiped = ?")
                .params(rest.entry(), rest.round())
                .update();
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        return new Upload(
                row.getString("entry"),
                row.getString("sender"),
                row.getString("token"),
                row.getLong("length"),
                row.getBytes("sm3"),
                row.getLong("received"),
                row.getInt("pieces"),
                row.getBytes("digest"),
                row.getInt("turn"),
                row.getInt("round"),
                row.getObject("completed_at") != null,
                row.getObject("erased_at") != null);
    }
}
