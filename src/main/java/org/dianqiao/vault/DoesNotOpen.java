package org.dianqiao.vault;

/** Something sealed that its key does not open, or whose key is not there. Never taken for its content. */
public final class DoesNotOpen extends IllegalStateException {

    DoesNotOpen(String place, String why) {
        super("what is sealed at `%s` does not open: %s".formatted(place, why));
    }
}
