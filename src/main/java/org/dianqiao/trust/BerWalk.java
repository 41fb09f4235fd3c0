package org.dianqiao.trust;

/** The one pass over a stranger's bytes, element after element, whatever their depth, with a stack of its own. */
final class BerWalk {

    static final int DEEPEST = 24;

    private final byte[] bytes;
    private final int[] limits = new int[DEEPEST + 1];
    private final boolean[] indefinite = new boolean[DEEPEST + 1];
    private int depth;
    private int at;

    private BerWalk(byte[] bytes) {
        this.bytes = bytes;
        this.limits[0] = bytes.length;
    }

    static void over(byte[] bytes) {
        BerWalk walk = new BerWalk(bytes);
        do {
            walk.step();
            walk.leave();
        } while (walk.depth > 0);
        Fields.require(walk.at == bytes.length, "bytes after the end");
    }

    /** Whether a closing mark stands here, where an element of indefinite length is open. */
    static boolean closes(byte[] bytes, int at, int limit) {
        return at + 2 <= limit && bytes[at] == 0 && bytes[at + 1] == 0;
    }

    private void step() {
        if (indefinite[depth] && closes(bytes, at, limits[depth])) {
            at += 2;
            depth--;
            return;
        }
        BerHead head = BerHead.read(bytes, at, limits[depth]);
        at = head.content();
        if (head.constructed()) {
            enter(head);
        } else {
            at += head.length();
        }
    }

    private void enter(BerHead head) {
        Fields.require(depth < DEEPEST, "nested too deep");
        limits[depth + 1] = head.indefinite() ? limits[depth] : at + head.length();
        indefinite[++depth] = head.indefinite();
    }

    private void leave() {
        while (depth > 0 && !indefinite[depth] && at == limits[depth]) {
            depth--;
        }
    }
}
