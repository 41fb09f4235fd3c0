package org.dianqiao.web.console;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked at whose personal data, and why. */
@Repository
public class AuditStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void looked(String who, String entry, String why) {
        add(who, "looked", entry, why);
    }

    public void downloaded(String who, String entry, String part, String why) {
        add(who, "downloaded", entry, part + ": " + why);
    }

    private void add(String who, String what, String subject, String detail) {
        jdbc.sql("INSERT INTO audit (at, who, what, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), who, what, subject, detail)
                .update();
    }
}
