package org.dianqiao.ofd;

import org.dianqiao.ofd.Opinion.Seal;

/** A file that ends our looking at it. It carries no stack: it is a finding, not an accident. */
final class Unsound extends RuntimeException {

    private final Seal seal;

    private Unsound(Seal seal, String why) {
        super(why, null, false, false);
        this.seal = seal;
    }

    static Unsound notOfd(String why) {
        return new Unsound(Seal.NOT_OFD, why);
    }

    static Unsound tampered(String why) {
        return new Unsound(Seal.TAMPERED, why);
    }

    static Unsound unknown(String why) {
        return new Unsound(Seal.UNKNOWN_VERSION, why);
    }

    Opinion opinion() {
        return new Opinion(seal, String.valueOf(getMessage()));
    }
}
