package org.dianqiao.trust;

/**
 * An authority's answer that is no time stamp, or not the one that was asked for. The message says why, on one short line
 * whatever the authority said.
 */
public final class NotAStamp extends RuntimeException {

    private static final int LONGEST = 200;

    NotAStamp(String reason) {
        super(line(reason));
    }

    NotAStamp(String reason, Exception cause) {
        super(line(reason), cause);
    }

    private static String line(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
