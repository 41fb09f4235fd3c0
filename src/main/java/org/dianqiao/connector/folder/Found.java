package org.dianqiao.connector.folder;

import java.nio.charset.StandardCharsets;

/** A file as a look into its folder found it. `modified`: in seconds, as the folder's machine says. */
public record Found(String name, long size, long modified) {

    /** In bytes: what a disk takes, less the time before it and the ending behind it. */
    private static final int LONGEST = 200;

    /** What nobody means by a list, and what could mean another file than it names. */
    static boolean isOrdinary(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && !name.startsWith(".")
                && !name.startsWith("~")
                && name.chars().noneMatch(c -> Character.isISOControl(c) || "/\\*?[]".indexOf(c) >= 0);
    }
}
