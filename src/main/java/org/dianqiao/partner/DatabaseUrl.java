package org.dianqiao.partner;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a front-end database 前置库 is: `jdbc:postgresql:` or `jdbc:mariadb:` (as which `jdbc:mysql:` is spoken to), one
 * host, one database.
 *
 * <p>The danger is in the drivers: an address can name classes to load and files to read. So only those options are taken
 * that say how the line is secured, and where the tables are.
 */
final class DatabaseUrl {

    private static final Pattern FORM =
            Pattern.compile("jdbc:(postgresql|mariadb|mysql)://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?"
                    + "/([A-Za-z0-9_]+)(?:\\?([A-Za-z0-9_=&-]+))?");
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "postgresql", Set.of("sslmode", "currentSchema"),
            "mariadb", Set.of("sslMode"));

    private DatabaseUrl() {}

    static URI read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "jdbc:postgresql://host:port/database or jdbc:mariadb://host:port/database is expected");
        }
        String kind = parts.group(1).equals("mysql") ? "mariadb" : parts.group(1);
        String options = parts.group(5) == null ? "" : "?" + parts.group(5);
        check(options, OPTIONS.getOrDefault(kind, Set.of()));
        String port = parts.group(3) == null ? "" : parts.group(3);
        return URI.create("jdbc:" + kind + "://" + parts.group(2) + port + "/" + parts.group(4) + options);
    }

    private static void check(String options, Set<String> allowed) {
        for (String option :
                options.isEmpty() ? new String[0] : options.substring(1).split("&", -1)) {
            String name = option.replaceFirst("=.*", "");
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("`" + name + "` may not stand there; what may is "
                        + allowed.stream().sorted().toList());
            }
        }
    }
}
