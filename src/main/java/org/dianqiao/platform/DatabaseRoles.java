package org.dianqiao.platform;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PasswordUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Who may do what in our own database: the owner makes and changes tables, the gateway does what the owner grants it.
 * That the ledger is append-only means something only because these are two.
 */
record DatabaseRoles(String url, KeptPassword superuser, KeptPassword owner, KeptPassword gateway) {

    private static final String SUPERUSER = "postgres";
    static final String OWNER = "dianqiao_owner";
    static final String GATEWAY = "dianqiao";
    static final String DATABASE = "dianqiao";

    /** The same at every start, and harmless where all is there. */
    void arrange() {
        SingleConnectionDataSource postgres = new SingleConnectionDataSource(url, SUPERUSER, superuser.value(), true);
        try {
            JdbcClient sql = JdbcClient.create(postgres);
            role(sql, OWNER);
            role(sql, GATEWAY);
            database(sql);
            passwords(sql);
        } finally {
            postgres.destroy();
        }
    }

    private static void role(JdbcClient sql, String name) {
        if (isMissing(sql, "SELECT count(*) FROM pg_roles WHERE rolname = ?", name)) {
            sql.sql("CREATE ROLE " + name + " LOGIN").update();
        }
    }

    private static void database(JdbcClient sql) {
        if (isMissing(sql, "SELECT count(*) FROM pg_database WHERE datname = ?", DATABASE)) {
            sql.sql("CREATE DATABASE " + DATABASE + " OWNER " + OWNER).update();
        }
        List.of("REVOKE ALL ON DATABASE dianqiao FROM PUBLIC", "GRANT CONNECT ON DATABASE dianqiao TO dianqiao")
                .forEach(statement -> sql.sql(statement).update());
    }

    private static boolean isMissing(JdbcClient sql, String count, String name) {
        return sql.sql(count).param(name).query(Long.class).single() == 0;
    }

    /**
     * Salted and hashed here, so no password stands in a log of statements. Once: they are random, nobody guesses them, and
     * what is hashed thousands of times costs every connection as much again.
     */
    private void passwords(JdbcClient sql) {
        Map.of(SUPERUSER, superuser, OWNER, owner, GATEWAY, gateway)
                .forEach((role, password) -> sql.sql("ALTER ROLE %s PASSWORD '%s'".formatted(role, hash(password)))
                        .update());
    }

    private static String hash(KeptPassword password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return PasswordUtil.encodeScramSha256(password.value().toCharArray(), 1, salt);
    }
}
