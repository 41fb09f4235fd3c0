package org.dianqiao.web.cases;

import java.util.Locale;
import java.util.Set;

/** What a state looks like at a glance. A case with leave for the works can be open: it waits for the finished ones. */
public enum Badge {
    COMING,
    IN_FORCE,
    REFUSED;

    private static final Set<String> LEAVES = Set.of("exempt", "committed", "filed", "approved");
    private static final Set<String> WITHOUT_LEAVE = Set.of("rejected", "revoked", "withdrawn");

    static Badge of(String state, boolean open) {
        if (WITHOUT_LEAVE.contains(state)) {
            return REFUSED;
        }
        return open && !LEAVES.contains(state) ? COMING : IN_FORCE;
    }

    /** As stylesheets call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
