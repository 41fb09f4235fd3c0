package org.dianqiao.verifier;

import java.io.IOException;
import java.util.List;

/** The directory at the end of an archive, held against the members that were read. */
final class Directory {

    static final int END = 0x06054b50;

    private static final int SIGNATURE = 4;
    private static final int RECORD = 0x02014b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_REST = 44;
    private static final int LOCATOR = 0x07064b50;
    private static final int KIND_OF_FILE = 0xf000;
    private static final int PLAIN_FILE = 0x8000;
    private static final int DOS_FOLDER_OR_DEVICE = 0x58;
    private static final int ELSEWHERE_SHORT = 0xffff;

    private final Source source;
    private final List<Member> members;

    Directory(Source source, List<Member> members) {
        this.source = source;
        this.members = members;
    }

    void requireSame() throws IOException {
        long start = source.position();
        for (Member member : members) {
            requireAhead(RECORD);
            requireSame(member);
        }
        long length = source.position() - start;
        boolean large = source.ahead() == LARGE_END;
        if (large) {
            requireLargeEnd(start, length);
        }
        requireEnd(start, length, large);
    }

    private void requireSame(Member seen) throws IOException {
        source.exactly(8);
        int flags = source.u16();
        int method = source.u16();
        source.exactly(4);
        long checksum = source.u32();
        long packed = source.u32();
        long size = source.u32();
        int nameLength = source.u16();
        int extraLength = source.u16();
        boolean plain = source.u32() == 0;
        source.exactly(2);
        long attributes = source.u32();
        long offset = source.u32();
        String name = Member.name(source.exactly(nameLength), flags);
        Extra extra = new Extra(name, source.exactly(extraLength));
        long realSize = extra.orHere(size);
        long realPacked = extra.orHere(packed);
        Member told = new Member(name, flags, method, extra.orHere(offset), checksum, realPacked, realSize);
        require(told.equals(seen), seen.name(), "名称、位置、长度或校验", "name, place, lengths or checksum");
        require(plain, seen.name(), "注释或分卷", "a comment or a disk");
        requirePlainFile(attributes, name);
    }

    private static void requirePlainFile(long attributes, String name) throws Broken {
        int kind = (int) (attributes >>> 16) & KIND_OF_FILE;
        if ((kind != 0 && kind != PLAIN_FILE) || (attributes & DOS_FOLDER_OR_DEVICE) != 0) {
            throw new Broken(Flaw.SPECIAL_FILE, name);
        }
    }

    private void requireLargeEnd(long start, long length) throws IOException {
        long place = source.position();
        source.exactly(4);
        requireEnd(source.u64() == LARGE_END_REST);
        source.exactly(4);
        requireEnd(source.u64() == 0);
        requireEnd(source.u64() == members.size());
        requireEnd(source.u64() == members.size());
        requireEnd(source.u64() == length);
        requireEnd(source.u64() == start);
        requireAhead(LOCATOR);
        source.exactly(4);
        requireEnd(source.u32() == 0);
        requireEnd(source.u64() == place);
        requireEnd(source.u32() == 1);
    }

    private void requireEnd(long start, long length, boolean large) throws IOException {
        requireAhead(END);
        source.exactly(4);
        requireEnd(source.u32() == 0);
        requireEnd(said(source.u16(), members.size(), large, ELSEWHERE_SHORT));
        requireEnd(said(source.u16(), members.size(), large, ELSEWHERE_SHORT));
        requireEnd(said(source.u32(), length, large, Extra.ELSEWHERE));
        requireEnd(said(source.u32(), start, large, Extra.ELSEWHERE));
        if (source.u16() != 0 || !source.ended()) {
            throw new Broken(Flaw.TRAILING_DATA);
        }
    }

    private static boolean said(long told, long seen, boolean large, long elsewhere) {
        return told == seen || (large && told == elsewhere);
    }

    private void requireAhead(int signature) throws IOException {
        if (!source.has(SIGNATURE)) {
            throw new Broken(Flaw.CUT_OFF);
        }
        int ahead = source.ahead();
        if (ahead == signature) {
            return;
        }
        long place = source.position();
        throw ahead == RECORD || ahead == END
                ? new Broken(Flaw.DIRECTORY_DISAGREES, place, new Wording("条目数", "the number of members"))
                : new Broken(Flaw.STRAY_DATA, place);
    }

    private static void requireEnd(boolean holds) throws Broken {
        require(holds, "END", "条目数、长度或位置", "numbers, lengths or places");
    }

    private static void require(boolean holds, String where, String zh, String en) throws Broken {
        if (!holds) {
            throw new Broken(Flaw.DIRECTORY_DISAGREES, where, new Wording(zh, en));
        }
    }
}
