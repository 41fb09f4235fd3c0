package org.dianqiao.trust;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of a BER structure, in place in the bytes it was read from.
 *
 * <p>This is the first of our code that a stranger's bytes meet, so it promises: one pass over the bytes, whatever
 * they are, decides whether every length fits into what encloses it, every indefinite length is closed, nothing is
 * nested deeper than {@value BerWalk#DEEPEST} and nothing trails. Depth costs neither Java stack nor time, and a
 * claimed length never allocates anything. After it the elements are opened one level at a time; opening cannot fail
 * any more, it can only find something else than expected, which is an IllegalArgumentException with the reason.
 */
final class Ber {

    static final int INTEGER = 0x02;
    static final int BITS = 0x03;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** An octet string in pieces. */
    static final int PIECES = 0x24;

    private final byte[] bytes;
    private final int start;
    private final int tag;
    private final int content;
    private final int contentEnd;
    private final int end;

    private Ber(byte[] bytes, int start, int limit) {
        BerHead head = BerHead.read(bytes, start, limit);
        this.bytes = bytes;
        this.start = start;
        this.tag = head.tag();
        this.content = head.content();
        this.contentEnd = head.indefinite() ? closing(bytes, content, limit) : content + head.length();
        this.end = head.indefinite() ? contentEnd + 2 : contentEnd;
    }

    /** The one element that these bytes are. */
    static Ber of(byte[] bytes) {
        BerWalk.over(bytes);
        return new Ber(bytes, 0, bytes.length);
    }

    boolean is(int expected) {
        return tag == expected;
    }

    boolean empty() {
        return content == contentEnd;
    }

    /** The elements directly inside. */
    List<Ber> children() {
        List<Ber> children = new ArrayList<>();
        int at = BerHead.constructed(tag) ? content : contentEnd;
        while (at < contentEnd) {
            Ber child = new Ber(bytes, at, contentEnd);
            children.add(child);
            at = child.end;
        }
        return children;
    }

    /** The element as it was sent, head included. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] contents() {
        return Arrays.copyOfRange(bytes, content, contentEnd);
    }

    boolean contentsEqual(byte[] other) {
        return Arrays.equals(bytes, content, contentEnd, other, 0, other.length);
    }

    BigInteger integer() {
        Fields.require(is(INTEGER) && !empty(), "no integer where one belongs");
        return new BigInteger(bytes, content, contentEnd - content);
    }

    /** The bytes of an octet string, put together where the sender sent it in pieces. */
    byte[] octets() {
        if (is(OCTETS)) {
            return contents();
        }
        Fields.require(is(PIECES), "no octet string where one belongs");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        children().forEach(piece -> whole.writeBytes(piece.octets()));
        return whole.toByteArray();
    }

    /** Where the closing mark stands of an element that the walk has found to be closed. */
    private static int closing(byte[] bytes, int from, int limit) {
        int at = from;
        for (int open = 1; open > 0; ) {
            if (BerWalk.closes(bytes, at, limit)) {
                open--;
                at += 2;
            } else {
                BerHead head = BerHead.read(bytes, at, limit);
                open += head.indefinite() ? 1 : 0;
                at = head.content() + Math.max(0, head.length());
            }
        }
        return at - 2;
    }
}
