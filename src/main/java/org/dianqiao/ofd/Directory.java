package org.dianqiao.ofd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A ZIP's end, read before its directory is: that is held whole in memory, however long somebody has made it. */
final class Directory {

    static final int MOST_FILES = 4096;

    private static final int LARGEST = 1 << 20;
    private static final int END = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int COUNT = 10;
    private static final int SIZE = 12;
    private static final int OFFSET = 16;

    private Directory() {}

    /** The directory ends where this begins, and nothing comes after it. */
    static void requireShort(Path file) throws IOException {
        try (FileChannel bytes = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            long at = bytes.size() - LENGTH;
            if (at < 0 || bytes.read(end, at) < LENGTH || end.getInt(0) != END) {
                throw Unsound.notOfd("it is no ZIP file, or something stands behind its end");
            }
            long size = Integer.toUnsignedLong(end.getInt(SIZE));
            long offset = Integer.toUnsignedLong(end.getInt(OFFSET));
            boolean whole = offset + size == at;
            if (!whole || size > LARGEST || Short.toUnsignedInt(end.getShort(COUNT)) > MOST_FILES) {
                throw Unsound.notOfd("its directory is too long, or not where it should be");
            }
        }
    }
}
