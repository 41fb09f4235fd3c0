package org.dianqiao.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.ledger.Patrol.Doubt;
import org.dianqiao.ledger.Rereading.Reread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Called by the clock on every node: rereads the ledger, one piece at a time, round after round. {@link HeadWatch}
 * looks at the tree's edge only; an old row that somebody edits would be found by whoever needs its proof.
 *
 * <p>What was found stands in a file and is reread at each tick: so it stays found over a restart, and is forgotten
 * when it is mended. The other nodes are told where to look, and look for themselves.
 */
public final class PatrolWatch {

    private static final Logger log = LoggerFactory.getLogger(PatrolWatch.class);
    private static final int SUSPECTED = 4;

    private final Kept<Patrol> notes;
    private final Path settled;
    private final PatrolStore store;
    private final Rereading rereading;
    private final LedgerTree tree;
    private final Clock clock;
    private volatile Patrol patrol;

    public PatrolWatch(Path folder, PatrolStore store, Rereading rereading, LedgerTree tree, Clock clock) {
        this.notes = new Kept<>(folder.resolve("patrol.json"), Patrol.class);
        this.settled = folder.resolve("settled.txt");
        this.store = store;
        this.rereading = rereading;
        this.tree = tree;
        this.clock = clock;
        this.patrol = noted();
    }

    /** How far it is. */
    public Patrol state() {
        return patrol;
    }

    /** AlteredLedger as long as something that was found is not mended. */
    void requireNothingFound() {
        Doubt doubt = patrol.doubt();
        if (doubt != null) {
            throw new AlteredLedger(doubt.toString(), settled);
        }
    }

    /** The next piece, after those that this or another node has found altered. */
    public void walk() {
        TreeHead head = tree.newest();
        if (head.size() == 0) {
            return;
        }
        try {
            if (isAllMended(head)) {
                goOn(head);
            }
        } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
            log.debug("The patrol waits for the database", e);
        }
    }

    private Set<Piece> suspected() {
        Set<Piece> pieces = new LinkedHashSet<>();
        Doubt doubt = patrol.doubt();
        if (doubt != null) {
            pieces.add(doubt.piece());
        }
        pieces.addAll(store.suspected(SUSPECTED));
        return pieces;
    }

    /** Whatever was found, here or by another node, is looked at again first. */
    private boolean isAllMended(TreeHead head) {
        for (Piece piece : suspected()) {
            List<Finding> findings = news(rereading.reread(piece, head));
            if (!findings.isEmpty()) {
                accuse(piece, findings);
                return false;
            }
            store.clear(piece);
        }
        return true;
    }

    private void goOn(TreeHead head) {
        Patrol now = patrol.doubting(null).beginIfDue(clock.instant());
        Piece piece = now.next();
        if (piece != null) {
            goOn(now, piece, rereading.reread(piece, head), head.size());
        } else if (patrol.doubt() != null) {
            note(now);
        }
    }

    private void goOn(Patrol now, Piece piece, Reread reread, long entries) {
        List<Finding> findings = news(reread);
        if (!findings.isEmpty()) {
            accuse(piece, findings);
        } else if (reread.next() == null) {
            note(now.over(clock.instant(), entries));
        } else {
            note(now.at(reread.next()));
        }
    }

    /** Without what somebody has decided to live with. */
    private List<Finding> news(Reread reread) {
        Set<String> known = known();
        return reread.findings().stream()
                .filter(finding -> !known.contains(finding.subject()))
                .toList();
    }

    private void accuse(Piece piece, List<Finding> findings) {
        Doubt doubt = new Doubt(piece, findings);
        if (!doubt.equals(patrol.doubt())) {
            note(patrol.doubting(doubt));
        }
        store.suspect(piece);
    }

    private void note(Patrol now) {
        notes.keep(now);
        patrol = now;
    }

    /** A subject on each line. */
    private Set<String> known() {
        try (Stream<String> lines = Files.exists(settled) ? Files.lines(settled) : Stream.empty()) {
            return lines.map(String::strip).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(settled, e.getMessage()), e);
        }
    }

    /** Where the notes cannot be read it begins anew, and finds again what it had found. */
    private Patrol noted() {
        try {
            return notes.read().orElseGet(() -> Patrol.begin(clock.instant()));
        } catch (IOException e) {
            log.warn("{} cannot be read, the patrol begins anew: {}", notes.file(), e.getMessage());
            return Patrol.begin(clock.instant());
        }
    }
}
