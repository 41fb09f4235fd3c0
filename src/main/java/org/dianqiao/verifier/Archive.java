package org.dianqiao.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A ZIP, read once from its first byte to its last.
 *
 * <p>A ZIP says everything twice: in front of each member, and in a directory at its end. Readers believe the one or
 * the other, so a forger writes two archives into one file: the clerk's program shows the first, the court's the
 * second. Programs that seek by the directory also skip whatever lies between, and can be sent to the same bytes a
 * thousand times. So this reads like a tape. Every byte belongs to exactly one member, to the directory or to the
 * end, or it is a finding; each member is unpacked once; and when the tape has come to the directory, that must tell
 * what was seen, in the same order: names, places, lengths, checksums. A file that passes is the same archive to
 * every reader. It also means that nothing has to be kept but the list of members, a bundle within a bundle is read
 * in place, and memory does not grow with the file.
 */
final class Archive {

    static final int MOST_MEMBERS = 100_000;
    static final long DESCRIPTOR = 0x08074b50L;

    private static final int LOCAL = 0x04034b50;

    private final Source source;
    private final Allowance allowance;
    private final int most;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** What is done with each member. */
    interface Reader {
        void take(Member member, Contents contents) throws IOException;
    }

    Archive(Source source, Allowance allowance, int most) {
        this.source = source;
        this.allowance = allowance;
        this.most = most;
    }

    void read(Reader reader) throws IOException {
        if (source.ahead() != LOCAL && source.ahead() != Directory.END) {
            throw new Broken(Flaw.DATA_BEFORE);
        }
        while (source.ahead() == LOCAL) {
            read(next(), reader);
        }
        new Directory(source, members).requireSame();
    }

    private record Next(Member member, boolean large) {}

    private Next next() throws IOException {
        if (members.size() == most) {
            throw new Broken(Flaw.TOO_MANY_FILES, most);
        }
        long offset = source.position();
        source.exactly(6);
        int flags = source.u16();
        int method = source.u16();
        source.exactly(4);
        long checksum = source.u32();
        long packed = source.u32();
        long size = source.u32();
        int nameLength = source.u16();
        int extraLength = source.u16();
        String name = Member.name(source.exactly(nameLength), flags);
        Extra extra = new Extra(name, source.exactly(extraLength));
        long realSize = extra.orHere(size);
        Member member = new Member(name, flags, method, offset, checksum, extra.orHere(packed), realSize);
        member.requireReadable();
        requireNew(name);
        return new Next(member, extra.large());
    }

    private void requireNew(String name) throws Broken {
        if (!names.add(name)) {
            throw new Broken(Flaw.DUPLICATE_NAME, name);
        }
    }

    private void read(Next next, Reader reader) throws IOException {
        try (Contents contents = new Contents(next.member, next.large, source, allowance)) {
            reader.take(next.member, contents);
            members.add(contents.end());
        }
    }
}
