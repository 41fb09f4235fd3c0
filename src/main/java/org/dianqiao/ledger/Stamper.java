package org.dianqiao.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.ledger.StampAuthorities.Answer;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Stamp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the newest head stamped.
 *
 * <p>Its transaction holds the turn while an authority is asked, and nothing else: no row that anybody waits for, no
 * snapshot. Whoever appends, seals or reads does not notice it. Wherever its node dies, the turn is free again, and
 * what was not stamped is covered by the next stamp, because every head's tree begins as the one before.
 */
@Component
class Stamper {

    private static final Duration BESIDES = Duration.ofSeconds(5);

    private final StampSettings settings;
    private final StampStore store;
    private final StampAuthorities authorities;
    private final KeptTrust kept;
    private final LedgerTree tree;
    private final Clock clock;

    Stamper(
            StampSettings settings,
            StampStore store,
            StampAuthorities authorities,
            KeptTrust kept,
            LedgerTree tree,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.authorities = authorities;
        this.kept = kept;
        this.tree = tree;
        this.clock = clock;
    }

    /** Whether there is a head to be stamped, as far as this node knows. */
    boolean isWanted() {
        TreeHead newest = tree.newest();
        return !settings.authorities().isEmpty() && newest.size() > 0 && newest.timestamp() == null;
    }

    /** What the authorities said; empty where another node is at it, or was less than an interval ago. */
    @Transactional
    Optional<Answer> stamp() {
        TreeHead head = tree.newest();
        if (!store.isOurTurn(longest()) || !isDue(head)) {
            return Optional.empty();
        }
        Answer answer = authorities.stamp(head.text());
        answer.given().ifPresent(stamp -> keep(head, stamp));
        return Optional.of(answer);
    }

    /** Measured by the heads' own times, which are ours: an authority's clock does not set our pace. */
    private boolean isDue(TreeHead head) {
        Instant now = clock.instant();
        return store.newestStamped()
                .map(last -> last.size() < head.size()
                        && !Instant.parse(last.time()).plus(settings.interval()).isAfter(now))
                .orElse(true);
    }

    private void keep(TreeHead head, Stamp stamp) {
        List<Sm2Certificate> chain = new ArrayList<>(stamp.between());
        chain.add(stamp.authority());
        kept.keep(chain);
        store.stamp(head, stamp.token());
    }

    private Duration longest() {
        return settings.patience().multipliedBy(settings.authorities().size()).plus(BESIDES);
    }
}
