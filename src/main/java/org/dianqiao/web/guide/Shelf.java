package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dianqiao.policy.Pack;
import org.dianqiao.policy.Policies;

/**
 * A pack in all its versions, and which of them decides today.
 *
 * @param versions the latest first
 */
public record Shelf(String id, List<Version> versions) {

    /** Where a version stands on a day. */
    public enum State {
        COMING,
        IN_FORCE,
        FORMER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One file. */
    public record Version(Pack pack, State state) {

        public String file() {
            return String.valueOf(pack.file().getFileName());
        }
    }

    static Shelf of(String id, Policies policies, LocalDate today) {
        List<Pack> packs = policies.versions(id);
        List<Version> versions = new ArrayList<>();
        State next = State.IN_FORCE;
        for (int i = packs.size() - 1; i >= 0; i--) {
            boolean coming = packs.get(i).inForce().isAfter(today);
            versions.add(new Version(packs.get(i), coming ? State.COMING : next));
            next = coming ? next : State.FORMER;
        }
        return new Shelf(id, List.copyOf(versions));
    }

    /** The version in force or, where all are still to come, the first of them. */
    public Version current() {
        return versions.stream()
                .filter(version -> version.state() == State.IN_FORCE)
                .findFirst()
                .orElseGet(() -> versions.get(versions.size() - 1));
    }

    public Version latest() {
        return versions.get(0);
    }
}
