package org.dianqiao.verifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that was found wrong, and what else is to be said, in the order in which it was noticed; nothing twice. */
final class Findings {

    static final int MOST = 100;

    private final Set<Note> flaws = new LinkedHashSet<>();
    private final Set<Note> remarks = new LinkedHashSet<>();

    void add(Flaw flaw, Object... details) {
        add(flaw.with(details));
    }

    void add(Note flaw) {
        if (flaws.size() < MOST) {
            flaws.add(flaw);
        }
    }

    void remark(Remark remark, Object... details) {
        if (remarks.size() < MOST) {
            remarks.add(remark.with(details));
        }
    }

    boolean none() {
        return flaws.isEmpty();
    }

    List<Note> flaws() {
        return new ArrayList<>(flaws);
    }

    List<Note> remarks() {
        return new ArrayList<>(remarks);
    }
}
