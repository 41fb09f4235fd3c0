package org.dianqiao.trust;

import java.util.List;
import java.util.Optional;

/** The fields of a structure, taken in their order; what is missing, out of place or left over is refused by name. */
final class Fields {

    private final String structure;
    private final List<Ber> fields;
    private int at;

    private Fields(String structure, List<Ber> fields) {
        this.structure = structure;
        this.fields = fields;
    }

    static Fields of(Ber element, int tag, String structure) {
        require(element.is(tag), "no " + structure);
        return new Fields(structure, element.children());
    }

    Ber next(int tag, String name) {
        return next(name, tag, tag);
    }

    Ber next(String name, int tag, int orTag) {
        require(
                at < fields.size() && (fields.get(at).is(tag) || fields.get(at).is(orTag)),
                structure + " without " + name);
        return fields.get(at++);
    }

    Optional<Ber> maybe(int tag) {
        return at < fields.size() && fields.get(at).is(tag) ? Optional.of(fields.get(at++)) : Optional.empty();
    }

    void end() {
        require(at == fields.size(), structure + " with more than belongs there");
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
