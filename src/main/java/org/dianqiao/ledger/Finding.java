package org.dianqiao.ledger;

/**
 * Something that is not as it was sealed.
 *
 * @param subject an entry by its id, a leaf or a tile by its place: what somebody who has decided about it names it by
 */
record Finding(String subject, String what) {

    @Override
    public String toString() {
        return subject + " " + what;
    }
}
