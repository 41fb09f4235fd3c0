package org.dianqiao.connector.front;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.codes.MappingFault;
import org.springframework.core.NestedExceptionUtils;

/** Why a row cannot be read, though it is there: nothing but its number is known of it. */
enum Unread {
    LARGE("此行过大，无法读取", "the row is too large to be read"),
    GARBLED("此行含有乱码，其数据库译不出，无法读取", "the row holds bytes that its database cannot make text of");

    /** Bytes that are no text, and characters that UTF-8 does not have. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private final String told;
    private final String why;

    Unread(String told, String why) {
        this.told = told;
        this.why = why;
    }

    /** Empty where the row is not to blame. */
    static Optional<Unread> of(Throwable failure) {
        if (BoundedSockets.isTooLarge(failure)) {
            return Optional.of(LARGE);
        }
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException e
                        && NO_TEXT.contains(String.valueOf(e.getSQLState()))
                ? Optional.of(GARBLED)
                : Optional.empty();
    }

    static Optional<Unread> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    MappingFault fault() {
        return MappingFault.at("", told, why);
    }
}
