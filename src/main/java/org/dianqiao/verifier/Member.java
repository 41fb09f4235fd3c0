package org.dianqiao.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A member of an archive: what stands before its data, and what the data turned out to be. */
record Member(String name, int flags, int method, long offset, long checksum, long packed, long size) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int FLAG_DESCRIPTOR = 1 << 3;

    private static final int FLAG_UTF8 = 1 << 11;
    private static final int FLAGS_OF_ENCRYPTION = 1 | 1 << 6 | 1 << 13;
    private static final int FLAGS_OF_EFFORT = 1 << 1 | 1 << 2;

    boolean stored() {
        return method == STORED;
    }

    /** Lengths and checksum stand behind the data. */
    boolean described() {
        return (flags & FLAG_DESCRIPTOR) != 0;
    }

    Member measured(long checksum, long packed, long size) {
        return new Member(name, flags, method, offset, checksum, packed, size);
    }

    void requireReadable() throws Broken {
        if ((flags & FLAGS_OF_ENCRYPTION) != 0) {
            throw new Broken(Flaw.ENCRYPTED, name);
        }
        boolean known = (flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8 | FLAGS_OF_EFFORT)) == 0
                && (method == DEFLATED || (method == STORED && !described()));
        if (!known) {
            throw new Broken(Flaw.UNKNOWN_METHOD, name);
        }
    }

    static String name(byte[] bytes, int flags) throws IOException {
        try {
            var charset = (flags & FLAG_UTF8) == 0 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Broken(Flaw.UNSAFE_NAME, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
