package org.dianqiao.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A member's bytes as they are unpacked. At their end it is known whether they are what the archive says of them. */
final class Contents extends InputStream {

    private final Member member;
    private final boolean large;
    private final Source source;
    private final Allowance allowance;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private long size;
    private boolean ended;

    Contents(Member member, boolean large, Source source, Allowance allowance) {
        this.member = member;
        this.large = large;
        this.source = source;
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int got = member.stored() ? copied(into, offset, length) : inflated(into, offset, length);
        ended = got < 0;
        if (got > 0) {
            checksum.update(into, offset, got);
            size += got;
        }
        return got;
    }

    /** Reads what nobody wanted, and what stands behind; then the member is as it was found to be. */
    Member end() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (read(rest, 0, rest.length) >= 0) {}
        Member found = member.measured(checksum.getValue(), packed(), size);
        requireSaid(found);
        return found;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int copied(byte[] into, int offset, int length) throws IOException {
        long left = member.size() - size;
        return left == 0 ? -1 : source.take(into, offset, (int) Math.min(left, length));
    }

    private int inflated(byte[] into, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(into, offset, length);
            while (got == 0 && !inflater.finished() && !inflater.needsDictionary()) {
                source.feed(inflater);
                got = inflater.inflate(into, offset, length);
            }
            return unpacked(got);
        } catch (DataFormatException e) {
            throw new Broken(Flaw.BROKEN_CONTENT, member.name());
        }
    }

    private int unpacked(int got) throws IOException {
        if (inflater.needsDictionary()) {
            throw new Broken(Flaw.BROKEN_CONTENT, member.name());
        }
        if (got == 0) {
            source.giveBack(inflater.getRemaining());
            return -1;
        }
        allowance.unpacked(got);
        return got;
    }

    private long packed() {
        return member.stored() ? size : inflater.getBytesRead();
    }

    private void requireSaid(Member found) throws IOException {
        if (member.described()) {
            requireDescribed(found);
        } else if (member.checksum() != found.checksum()) {
            throw new Broken(Flaw.WRONG_CHECKSUM, member.name());
        } else {
            require(member.equals(found));
        }
    }

    private void requireDescribed(Member found) throws IOException {
        require(empty() || member.equals(found));
        require(source.u32() == Archive.DESCRIPTOR);
        boolean wide = large || Math.max(found.size(), found.packed()) >= Extra.ELSEWHERE;
        if (source.u32() != found.checksum()) {
            throw new Broken(Flaw.WRONG_CHECKSUM, member.name());
        }
        require((wide ? source.u64() : source.u32()) == found.packed());
        require((wide ? source.u64() : source.u32()) == found.size());
    }

    private boolean empty() {
        return member.checksum() == 0 && member.packed() == 0 && member.size() == 0;
    }

    private void require(boolean holds) throws Broken {
        if (!holds) {
            throw new Broken(Flaw.DIRECTORY_DISAGREES, member.name(), new Wording("长度", "its lengths"));
        }
    }
}
