package org.dianqiao.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Who may do what in our own database: the owner makes and changes tables, the gateway does what the owner grants it.
 * That the ledger is append-only means something only because these are two.
 */
record DatabaseRoles(String url, KeptPassword superuser, KeptPassword owner, KeptPassword gateway) {

    static final String OWNER = "dianqiao_owner";
    static final String GATEWAY = "dianqiao";
    static final String DATABASE = "dianqiao";

    /** The same at every start, and harmless where all is there. */
    void arrange() throws SQLException {
        SingleConnectionDataSource postgres = new SingleConnectionDataSource(url, "postgres", superuser.value(), true);
        try {
            JdbcClient sql = JdbcClient.create(postgres);
            role(sql, OWNER);
            role(sql, GATEWAY);
            database(sql);
            passwords(postgres.getConnection());
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

    /** The driver sends the salted hash, so no password stands in a log of statements. */
    private void passwords(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        postgres.alterUserPassword(OWNER, owner.value().toCharArray(), "scram-sha-256");
        postgres.alterUserPassword(GATEWAY, gateway.value().toCharArray(), "scram-sha-256");
    }
}
