package org.dianqiao.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianqiao.exchange.Spool.Writing;

/**
 * A ZIP that depends on nothing but what is put into it. No clock and no zone has a say in it, and nothing is
 * compressed: drawings and certificates would not shrink, and what a partner wrote can never look like a bomb.
 */
final class PlainZip implements AutoCloseable {

    /** Not the format's first day: that one is written together with the zone of the machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Zip zip;

    PlainZip(OutputStream out) {
        zip = new Zip(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /** First, and so that it can be read at its fixed place without unpacking anything. */
    void mimetype(String type) throws IOException {
        byte[] bytes = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = entry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        put(entry, out -> out.write(bytes));
    }

    void put(String name, byte[] bytes) throws IOException {
        put(entry(name), out -> out.write(bytes));
    }

    void put(String name, InputStream bytes) throws IOException {
        try (bytes) {
            put(entry(name), bytes::transferTo);
        }
    }

    void put(String name, Writing writing) throws IOException {
        put(entry(name), writing);
    }

    /** All of it is there. */
    void finish() throws IOException {
        zip.finish();
    }

    /** What it is written to stays open, and gets nothing more. */
    @Override
    public void close() {
        zip.end();
    }

    private void put(ZipEntry entry, Writing writing) throws IOException {
        zip.putNextEntry(entry);
        writing.to(zip);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static final class Zip extends ZipOutputStream {

        Zip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        /** Its memory is not the collector's, which therefore sees no reason to come in time. */
        void end() {
            def.end();
        }
    }
}
