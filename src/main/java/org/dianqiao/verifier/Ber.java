package org.dianqiao.verifier;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One element of a BER or DER structure, in place; its children are read when asked for. */
record Ber(byte[] bytes, int start, int tag, int content, int contentEnd, int end) implements Iterable<Ber> {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BITS = 0x03;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** The n-th tag of a context; explicit, or implicit over something constructed. */
    static final int CONTEXT = 0xa0;

    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int CONSTRUCTED = 0x20;
    private static final int DEEPEST = 32;

    /** The one element that these bytes are. */
    static Ber of(byte[] bytes) {
        Ber whole = at(bytes, 0, bytes.length, 0);
        require(whole.end == bytes.length, "结尾之后还有数据", "bytes after its end");
        return whole;
    }

    private static Ber at(byte[] bytes, int start, int limit, int depth) {
        require(limit - start >= 2 && depth <= DEEPEST, "数据中断或嵌套过深", "cut off, or nested too deep");
        int tag = bytes[start] & 0xff;
        int first = bytes[start + 1] & 0xff;
        require((tag & 0x1f) != 0x1f && tag != 0, "未知标签", "an unknown tag");
        if (first == 0x80) {
            return indefinite(bytes, start, limit, depth);
        }
        int more = first < 0x80 ? 0 : first & 0x7f;
        int content = start + 2 + more;
        require(more <= 4 && content <= limit, "长度有误", "an absurd length");
        long length = more == 0 ? first : new BigInteger(1, Arrays.copyOfRange(bytes, start + 2, content)).longValue();
        require(length <= limit - content, "数据中断", "cut off");
        int end = content + (int) length;
        return new Ber(bytes, start, tag, content, end, end);
    }

    private static Ber indefinite(byte[] bytes, int start, int limit, int depth) {
        require((bytes[start] & CONSTRUCTED) != 0, "长度有误", "an absurd length");
        int at = start + 2;
        while (!closes(bytes, at, limit)) {
            at = at(bytes, at, limit, depth + 1).end;
        }
        return new Ber(bytes, start, bytes[start] & 0xff, start + 2, at, at + 2);
    }

    private static boolean closes(byte[] bytes, int at, int limit) {
        return limit - at >= 2 && bytes[at] == 0 && bytes[at + 1] == 0;
    }

    boolean is(int expected) {
        return tag == expected;
    }

    @Override
    public Iterator<Ber> iterator() {
        return new Iterator<>() {
            private int at = (tag & CONSTRUCTED) != 0 ? content : contentEnd;

            @Override
            public boolean hasNext() {
                return at < contentEnd;
            }

            @Override
            public Ber next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Ber next = at(bytes, at, contentEnd, 0);
                at = next.end;
                return next;
            }
        };
    }

    List<Ber> children() {
        List<Ber> children = new ArrayList<>();
        forEach(children::add);
        return children;
    }

    Ber only() {
        List<Ber> children = children();
        require(children.size() == 1, "应恰有一个成员，实有 " + children.size() + " 个", children.size() + " members, not one");
        return children.get(0);
    }

    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] contents() {
        return Arrays.copyOfRange(bytes, content, contentEnd);
    }

    BigInteger integer() {
        require(is(INTEGER) && contentEnd > content, "应为整数", "no integer where one belongs");
        return new BigInteger(bytes, content, contentEnd - content);
    }

    boolean truth() {
        require(tag == BOOLEAN && contentEnd - content == 1, "应为真假值", "no true or false where one belongs");
        return bytes[content] != 0;
    }

    /** An octet string, put together where it came in pieces. */
    byte[] octets() {
        return octets(0);
    }

    private byte[] octets(int depth) {
        require(depth <= DEEPEST && (is(OCTETS) || is(OCTETS_IN_PIECES)), "应为八位串", "no octet string where one belongs");
        if (is(OCTETS)) {
            return contents();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        forEach(piece -> whole.writeBytes(piece.octets(depth + 1)));
        return whole.toByteArray();
    }

    static void require(boolean holds, String zh, String en) {
        Malformed.unless(holds, zh, en);
    }
}
