package org.dianqiao.connector;

/**
 * That the file of one licence is to be fetched.
 *
 * @param number which licence of the reply it is, from 1
 * @param until when the time of the question is over, in nanoseconds of the machine's clock
 * @param room how many bytes the reply may still grow by
 */
record Errand(int number, String identifier, long until, long room) {

    /** The identifier may hold a person's number, and a manifest is never erased. */
    String partName() {
        return "licence-" + number + ".ofd";
    }
}
