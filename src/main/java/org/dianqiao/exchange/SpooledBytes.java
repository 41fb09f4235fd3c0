package org.dianqiao.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.exchange.Spool.Writing;
import org.dianqiao.trust.Sm3;

/** Bytes on their way into a file: counted, and digested. */
final class SpooledBytes extends FilterOutputStream {

    private static final int PIECE = 1 << 16;

    private final Sm3 digest = Sm3.running();
    private final long most;
    private long length;

    private SpooledBytes(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    static SpooledBytes write(Path file, long most, Writing writing) throws IOException {
        SpooledBytes bytes = new SpooledBytes(Files.newOutputStream(file), most);
        try (OutputStream out = new BufferedOutputStream(bytes, PIECE)) {
            writing.to(out);
        }
        return bytes;
    }

    long length() {
        return length;
    }

    byte[] digest() {
        return digest.digest();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        length += count;
        if (length > most) {
            throw new Refused(Code.TOO_LARGE, "答复将超过 " + most + " 字节，请缩小查询范围后重新查询。");
        }
        digest.update(bytes, from, count);
        out.write(bytes, from, count);
    }
}
