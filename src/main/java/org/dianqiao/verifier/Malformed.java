package org.dianqiao.verifier;

/** Something is not in the form that the protocol gives it, and why. */
final class Malformed extends RuntimeException {

    private final transient Wording why;

    Malformed(String zh, String en) {
        this(new Wording(zh, en));
    }

    Malformed(Wording why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    static void unless(boolean holds, String zh, String en) {
        if (!holds) {
            throw new Malformed(zh, en);
        }
    }

    Wording why() {
        return why;
    }
}
