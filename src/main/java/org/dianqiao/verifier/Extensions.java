package org.dianqiao.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extensions of a certificate or of a revocation list. */
record Extensions(List<One> all) {

    record One(Ber type, boolean critical, byte[] value) {}

    static final Extensions NONE = new Extensions(List.of());

    static Extensions of(Ber explicit) {
        List<One> all = new ArrayList<>();
        for (Ber element : explicit.only()) {
            all.add(one(new Structure(element, Ber.SEQUENCE, "extension")));
        }
        return new Extensions(all);
    }

    private static One one(Structure fields) {
        Ber type = fields.next(Ber.OID, "type");
        boolean critical = fields.maybe(Ber.BOOLEAN).map(Ber::truth).orElse(false);
        One one = new One(type, critical, fields.next(Ber.OCTETS, "value").contents());
        fields.end();
        return one;
    }

    Optional<Ber> value(Oid type) {
        return find(type).map(one -> Ber.of(one.value));
    }

    boolean critical(Oid type) {
        return find(type).filter(One::critical).isPresent();
    }

    /** Whether one demands to be understood that is not among these. */
    boolean demandsMoreThan(Oid... understood) {
        return all.stream().anyMatch(one -> one.critical && !Oid.among(one.type, understood));
    }

    private Optional<One> find(Oid type) {
        List<One> found = all.stream().filter(one -> type.is(one.type)).toList();
        Ber.require(found.size() <= 1, "扩展重复", "an extension twice");
        return found.stream().findFirst();
    }
}
