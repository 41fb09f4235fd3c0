package org.dianqiao.verifier;

/**
 * How much may come out of what was read. It is one count for a whole file, however archives are nested in it and
 * members are laid over each other: a bomb has to hold more than {@value #RATIO} times the bytes of the file, and
 * unpacking {@value #FREE} bytes takes no time worth saving.
 */
final class Allowance {

    static final long FREE = 64L << 20;
    static final long RATIO = 200;

    private long read;
    private long unpacked;

    void read(int bytes) {
        read += bytes;
    }

    void unpacked(int bytes) throws Broken {
        unpacked += bytes;
        if (unpacked > FREE + RATIO * read) {
            throw new Broken(Flaw.BOMB);
        }
    }
}
