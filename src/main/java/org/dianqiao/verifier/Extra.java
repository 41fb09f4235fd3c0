package org.dianqiao.verifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The extra fields of a member: the one for large archives is read, one that renames the member is refused. */
final class Extra {

    static final long ELSEWHERE = 0xffffffffL;

    private static final int LARGE = 0x0001;
    private static final int OTHER_NAME = 0x7075;

    private final String name;
    private ByteBuffer large = ByteBuffer.allocate(0);
    private boolean hasLarge;

    Extra(String name, byte[] bytes) throws Broken {
        this.name = name;
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            take(Short.toUnsignedInt(fields.getShort()), Short.toUnsignedInt(fields.getShort()), fields);
        }
        require(!fields.hasRemaining());
    }

    private void take(int kind, int length, ByteBuffer fields) throws Broken {
        require(length <= fields.remaining() && kind != OTHER_NAME && !(kind == LARGE && hasLarge));
        if (kind == LARGE) {
            large = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            hasLarge = true;
        }
        fields.position(fields.position() + length);
    }

    boolean large() {
        return hasLarge;
    }

    /** This number, or where it did not fit the next of those that stand here. */
    long orHere(long number) throws Broken {
        if (number != ELSEWHERE || !hasLarge) {
            return number;
        }
        require(large.remaining() >= 8);
        long here = large.getLong();
        require(here >= 0);
        return here;
    }

    private void require(boolean holds) throws Broken {
        if (!holds) {
            throw new Broken(Flaw.DIRECTORY_DISAGREES, name, new Wording("附加字段有误", "its extra fields"));
        }
    }
}
