package org.dianqiao.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one bundle: small ones whole, parts and body by their digests. */
final class Bundle implements Archive.Reader {

    static final String MIMETYPE = "application/vnd.dqx.evidence+zip";

    private final Findings findings;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Intake> parts = new LinkedHashMap<>();
    private @Nullable Intake body;
    private boolean begun;
    private int roomForLists = Layout.ROOM_FOR_LISTS;

    Bundle(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void take(Member member, Contents contents) throws IOException {
        String name = member.name();
        if (!begun) {
            requireMimetype(member);
        }
        begun = true;
        if (Layout.isPart(name) && !Layout.isUnsafe(name)) {
            parts.put(name, Intake.measured(contents, 0));
        } else if (name.equals(Layout.BODY)) {
            body = Intake.measured(contents, Layout.KEPT_OF_BODY);
        } else {
            Layout.largest(name).ifPresentOrElse(most -> {}, () -> findings.add(Layout.objection(name)));
            keep(name, contents);
        }
    }

    /** Absent files are nobody's secret: who needs one says so. */
    byte @Nullable [] file(String name) {
        return files.get(name);
    }

    List<String> filesIn(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    /** By the names of their files. */
    Map<String, Intake> parts() {
        return parts;
    }

    @Nullable
    Intake body() {
        return body;
    }

    private void keep(String name, Contents contents) throws IOException {
        int most = Layout.largest(name).orElse(0);
        boolean list = name.startsWith(Layout.LISTS);
        int room = list ? Math.min(most, roomForLists) : most;
        byte[] bytes = contents.readNBytes(room);
        if (contents.read() >= 0) {
            if (most > 0) {
                findings.add(Flaw.TOO_LARGE, name, room);
            }
            return;
        }
        roomForLists -= list ? bytes.length : 0;
        if (most > 0) {
            files.put(name, bytes);
        }
        requireMimetype(name, bytes);
    }

    private void requireMimetype(Member first) {
        if (!first.name().equals(Layout.MIMETYPE) || !first.stored()) {
            findings.add(Flaw.WRONG_MIMETYPE, first.name());
        }
    }

    private void requireMimetype(String name, byte[] bytes) {
        if (name.equals(Layout.MIMETYPE) && !Arrays.equals(bytes, MIMETYPE.getBytes(StandardCharsets.US_ASCII))) {
            findings.add(Flaw.WRONG_MIMETYPE, new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
