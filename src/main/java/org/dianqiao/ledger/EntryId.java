package org.dianqiao.ledger;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of a ledger entry: 48 bits of milliseconds and 80 bits of chance, in 26 characters of a base-32 alphabet
 * whose order is the order of time. New rows so stand together at the end of their index.
 */
public final class EntryId {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME = 10;
    private static final int LENGTH = 26;

    private EntryId() {}

    public static String at(Instant time) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        char[] id = begin(time);
        for (int i = TIME; i < LENGTH; i++) {
            id[i] = ALPHABET[chance.nextInt(32)];
        }
        return new String(id);
    }

    /** No id of this moment or later is smaller; there is none from before 1970. */
    public static String floor(Instant time) {
        char[] id = begin(time);
        for (int i = TIME; i < LENGTH; i++) {
            id[i] = '0';
        }
        return new String(id);
    }

    private static char[] begin(Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        char[] id = new char[LENGTH];
        for (int i = TIME - 1; i >= 0; i--) {
            id[i] = ALPHABET[(int) (millis & 31)];
            millis >>>= 5;
        }
        return id;
    }
}
