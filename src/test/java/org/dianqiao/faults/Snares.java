package org.dianqiao.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Snares at steps. Whoever comes to one first is held there, in the middle of a transaction, until all are opened; whoever
 * comes after them passes.
 */
final class Snares implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final JdbcClient database;

    Snares(DataSource database) {
        connection = new SingleConnectionDataSource(connected(database), true);
        this.database = JdbcClient.create(connection);
    }

    private static Connection connected(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void lay(String step) {
        database.sql("SELECT pg_advisory_lock(1, hashtext(?))").param(step).query(held -> {});
    }

    /** Those of the steps at which somebody is held. */
    List<String> caught(Collection<String> steps) {
        return database.sql("""
                SELECT step FROM unnest(?::text[]) AS step WHERE hashtext(step) IN (
                    SELECT objid::int FROM pg_locks WHERE locktype = 'advisory' AND classid = 2 AND granted)
                """)
                .param(steps.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
