package org.dianqiao.policy;

import org.dianqiao.calendar.Limit;

/**
 * Something that is due within a time after something has happened 时限义务.
 *
 * @param after the event that starts it
 * @param due the event that ends it
 */
public record Timer(String after, String due, Limit limit) implements Outcome {

    /** What of that event ends it: the paper that it brings, the stage that it reports; else the event itself. */
    public String ending() {
        return due.substring(due.indexOf('/') + 1);
    }

    @Override
    public String about() {
        return after + " " + due;
    }
}
