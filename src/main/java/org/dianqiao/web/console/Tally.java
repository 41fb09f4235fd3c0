package org.dianqiao.web.console;

/** How many exchanges there were in a stretch of time. */
public record Tally(long received, long delivered, long refused) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(received + other.received, delivered + other.delivered, refused + other.refused);
    }
}
