package org.dianqiao.verifier;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a structure, taken in their order; one that is missing, out of place or left over is refused. */
final class Structure {

    private final String name;
    private final Iterator<Ber> members;
    private @Nullable Ber ahead;

    Structure(Ber element, int tag, String name) {
        Ber.require(element.is(tag), "缺少 " + name, "no " + name);
        this.name = name;
        this.members = element.iterator();
        step();
    }

    Ber next(int tag, String member) {
        Ber found = ahead;
        if (found == null || !found.is(tag)) {
            throw new Malformed(name + " 缺少 " + member, name + " without " + member);
        }
        step();
        return found;
    }

    Optional<Ber> maybe(int tag) {
        Optional<Ber> found = Optional.ofNullable(ahead).filter(element -> element.is(tag));
        if (found.isPresent()) {
            step();
        }
        return found;
    }

    boolean aheadIs(int tag) {
        return ahead != null && ahead.is(tag);
    }

    void end() {
        Ber.require(ahead == null, name + " 含有多余内容", name + " with more than belongs there");
    }

    private void step() {
        ahead = members.hasNext() ? members.next() : null;
    }
}
