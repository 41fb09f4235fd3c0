package org.dianqiao.connector.folder;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file as a look into its folder found it. `modified`: in seconds, as the folder's machine says. */
public record Found(String name, long size, long modified) {

    /** In bytes: what a disk takes, less the time before it and the ending behind it. */
    private static final int LONGEST = 200;

    /** What nobody means by a list: files that programs keep for themselves. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("~");
    }

    /** Why it cannot be read under its name, which is too long or could mean another file; absent where it can. */
    public Optional<String> fault() {
        if (name.indexOf('\uFFFD') >= 0) {
            return Optional.of("not written in UTF-8");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("longer than " + LONGEST + " bytes");
        }
        return name.chars().anyMatch(c -> Character.isISOControl(c) || "/\\*?[]".indexOf(c) >= 0)
                ? Optional.of("with a line break or one of / \\ * ? [ ]")
                : Optional.empty();
    }
}
