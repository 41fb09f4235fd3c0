package org.dianqiao.files;

import java.nio.file.Path;

/** What is wrong in one of the operator's files, and where. Line 0: the file as a whole. */
public record Fault(Path file, int line, String reason) {

    public Fault(Path file, String reason) {
        this(file, 0, reason);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
