package org.dianqiao.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor may do about a case whose messages must not be erased, always with a reason that stays on record. */
@Service
public class Holds {

    private final HoldStore store;
    private final Clock clock;

    public Holds(HoldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What came of it. A case of which nothing was ever said is a mistyped one. */
    public enum Outcome {
        HELD,
        HELD_BEFORE,
        NO_SUCH_CASE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * From the moment at which this returns nothing of the case is erased. An erasing that has begun goes first: what it
     * erases is gone, and the hold keeps the rest.
     */
    @Transactional
    public Outcome hold(String caseId, String who, String why) {
        if (!store.knows(caseId)) {
            return Outcome.NO_SUCH_CASE;
        }
        store.waitUntilNobodyErases();
        return store.add(caseId, clock.instant(), who, why) ? Outcome.HELD : Outcome.HELD_BEFORE;
    }

    /** Until this transaction ends none is set: whoever erases asks for this first, and only then looks what is held. */
    public void standStill() {
        store.waitUntilNobodySetsOne();
    }

    /** What is over is erased in the next round, unless another hold rests on the case. False: it is released already. */
    public boolean release(long id, String who, String why) {
        return store.release(id, clock.instant(), who, why);
    }

    public List<Hold> inForce(int most) {
        return store.inForce(most);
    }

    public List<Hold> released(int most) {
        return store.released(most);
    }

    public List<Hold> inForceOn(String caseId) {
        return store.inForceOn(caseId);
    }
}
