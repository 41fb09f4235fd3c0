package org.dianqiao.connector.list;

import java.util.List;

/** A list, and what became of each of its rows. */
public record Told(Listing listing, List<Fate> fates) {

    long count(Fate.Outcome outcome) {
        return fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }
}
