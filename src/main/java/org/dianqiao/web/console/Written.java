package org.dianqiao.web.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ResponseStatusException;

/** What somebody wrote into a form: what goes on record, and what only looks for something. */
public final class Written {

    private static final int LONGEST_REASON = 500;

    private Written() {}

    /** Why they do what they do. */
    public static String reason(String why) {
        return text(why, LONGEST_REASON);
    }

    /** Without the blanks around it. Not empty, not longer than this, and nothing that a database cannot keep. */
    public static String text(String written, int longest) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > longest || text.contains("\0")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return text;
    }

    /** Without the blanks around it, and what no database keeps; nothing where nothing else was written. */
    public static @Nullable String sought(@Nullable String written) {
        return StringUtils.hasText(written) ? written.strip().replace("\0", "") : null;
    }
}
