package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP written byte by byte, so that everything in it can be made to lie. */
final class ZipDraft {

    final List<Item> items = new ArrayList<>();
    byte[] before = {};
    byte[] between = {};
    byte[] after = {};
    boolean large;

    /** A member: what stands before its data, and what the directory says of it. */
    static final class Item {
        String name;
        String nameInDirectory;
        byte[] content;
        byte[] packed;
        int method;
        int flags = 1 << 11;
        int flagsInDirectory = 1 << 11;
        long size;
        long sizeInDirectory;
        long checksum;
        long attributes;
        long shift;

        Item(String name, byte[] content, boolean deflated) {
            this.name = name;
            this.nameInDirectory = name;
            this.content = content;
            this.method = deflated ? 8 : 0;
            this.packed = deflated ? deflated(content) : content;
            this.size = content.length;
            this.sizeInDirectory = content.length;
            CRC32 crc = new CRC32();
            crc.update(content);
            this.checksum = crc.getValue();
        }

        Item data(byte[] bytes, long claimedSize) {
            packed = bytes;
            size = claimedSize;
            sizeInDirectory = claimedSize;
            return this;
        }
    }

    static ZipDraft of(Map<String, byte[]> files) {
        ZipDraft draft = new ZipDraft();
        draft.add("mimetype", Bundle.MIMETYPE.getBytes(UTF_8), false);
        files.forEach((name, content) -> draft.add(name, content, true));
        return draft;
    }

    static ZipDraft empty() {
        return new ZipDraft();
    }

    ZipDraft add(String name, byte[] content, boolean deflated) {
        items.add(new Item(name, content, deflated));
        return this;
    }

    ZipDraft add(Item item) {
        items.add(item);
        return this;
    }

    Item item(String name) {
        return items.stream().filter(item -> item.name.equals(name)).findFirst().orElseThrow();
    }

    ZipDraft with(UnaryOperator<ZipDraft> change) {
        return change.apply(this);
    }

    byte[] bytes() {
        Out out = new Out();
        out.bytes.writeBytes(before);
        List<Long> offsets = new ArrayList<>();
        for (Item item : items) {
            offsets.add((long) out.bytes.size());
            local(out, item);
        }
        out.bytes.writeBytes(between);
        long start = out.bytes.size();
        for (int i = 0; i < items.size(); i++) {
            record(out, items.get(i), offsets.get(i) + items.get(i).shift);
        }
        end(out, start, out.bytes.size() - start);
        out.bytes.writeBytes(after);
        return out.bytes.toByteArray();
    }

    private static void local(Out out, Item item) {
        byte[] name = item.name.getBytes(UTF_8);
        out.u32(0x04034b50)
                .u16(20)
                .u16(item.flags)
                .u16(item.method)
                .u32(0x21_0000)
                .u32(item.checksum);
        out.u32(item.packed.length).u32(item.size).u16(name.length).u16(0);
        out.bytes.writeBytes(name);
        out.bytes.writeBytes(item.packed);
    }

    private static void record(Out out, Item item, long offset) {
        byte[] name = item.nameInDirectory.getBytes(UTF_8);
        out.u32(0x02014b50)
                .u16(0x314)
                .u16(20)
                .u16(item.flagsInDirectory)
                .u16(item.method)
                .u32(0x21_0000);
        out.u32(item.checksum)
                .u32(item.packed.length)
                .u32(item.sizeInDirectory)
                .u16(name.length)
                .u16(0)
                .u16(0);
        out.u16(0).u16(0).u32(item.attributes).u32(offset);
        out.bytes.writeBytes(name);
    }

    private void end(Out out, long start, long length) {
        if (large) {
            long place = out.bytes.size();
            out.u32(0x06064b50)
                    .u64(44)
                    .u16(45)
                    .u16(45)
                    .u32(0)
                    .u32(0)
                    .u64(items.size())
                    .u64(items.size());
            out.u64(length).u64(start);
            out.u32(0x07064b50).u32(0).u64(place).u32(1);
        }
        int count = large ? 0xffff : items.size();
        out.u32(0x06054b50)
                .u16(0)
                .u16(0)
                .u16(count)
                .u16(count)
                .u32(length)
                .u32(start)
                .u16(0);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static final class Out {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out u16(int value) {
            return number(value, 2);
        }

        Out u32(long value) {
            return number(value, 4);
        }

        Out u64(long value) {
            return number(value, 8);
        }

        private Out number(long value, int length) {
            byte[] all = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array();
            bytes.write(all, 0, length);
            return this;
        }
    }
}
