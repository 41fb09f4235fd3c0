package org.dianqiao.trust;

/** Tag and length of an element, checked to lie within what encloses it. */
record BerHead(int tag, int content, int length) {

    /** In place of a length: the element goes on until it is closed. */
    static final int INDEFINITE = -1;

    private static final int CONSTRUCTED = 0x20;
    private static final int TAG_OF_MANY_BYTES = 0x1f;
    private static final int LONGEST_LENGTH = 4;

    static BerHead read(byte[] bytes, int at, int limit) {
        Fields.require(at + 2 <= limit, "cut off");
        int tag = bytes[at] & 0xff;
        Fields.require(tag != 0 && (tag & TAG_OF_MANY_BYTES) != TAG_OF_MANY_BYTES, "an unknown tag");
        int first = bytes[at + 1] & 0xff;
        int more = first > 0x80 ? first & 0x7f : 0;
        int content = at + 2 + more;
        Fields.require(more <= LONGEST_LENGTH && content <= limit, "an absurd length");
        int length = more > 0 ? number(bytes, at + 2, content) : first == 0x80 ? INDEFINITE : first;
        Fields.require(length != INDEFINITE || constructed(tag), "an absurd length");
        Fields.require(length <= limit - content, "cut off");
        return new BerHead(tag, content, length);
    }

    static boolean constructed(int tag) {
        return (tag & CONSTRUCTED) != 0;
    }

    boolean constructed() {
        return constructed(tag);
    }

    boolean indefinite() {
        return length == INDEFINITE;
    }

    private static int number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = (number << 8) | (bytes[at] & 0xff);
        }
        Fields.require(number <= Integer.MAX_VALUE, "an absurd length");
        return (int) number;
    }
}
