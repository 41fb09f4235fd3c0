package org.dianqiao.trust;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes as big-endian words. */
final class Words {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Words() {}

    static int get(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static void put(byte[] bytes, int at, int word) {
        INTS.set(bytes, at, word);
    }

    static long getLong(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Zeros behind the last of `left` bytes. */
    static long getLong(byte[] bytes, int at, int left) {
        if (left >= 8) {
            return getLong(bytes, at);
        }
        long word = 0;
        for (int i = 0; i < left; i++) {
            word |= (bytes[at + i] & 0xffL) << (56 - 8 * i);
        }
        return word;
    }
}
