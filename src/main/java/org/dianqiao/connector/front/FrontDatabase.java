package org.dianqiao.connector.front;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.dianqiao.partner.Endpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A few connections to one partner's front-end database. They follow its file: another address or password, other ones. */
public final class FrontDatabase extends AbstractDataSource implements AutoCloseable {

    private static final int MOST = 3;
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final String partner;
    private final Supplier<Endpoint> endpoint;
    private final Duration timeout;
    private @Nullable Pool pool;

    private record Pool(Endpoint to, HikariDataSource connections) {}

    public FrontDatabase(String partner, Supplier<Endpoint> endpoint, Duration timeout) {
        this.partner = partner;
        this.endpoint = endpoint;
        this.timeout = timeout;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("who logs in stands in the partner's file");
    }

    private synchronized HikariDataSource connections() {
        Endpoint now = endpoint.get();
        if (pool == null || !pool.to().equals(now)) {
            close();
            pool = new Pool(now, new HikariDataSource(config(now)));
        }
        return pool.connections();
    }

    /** It is made before anybody answers there. */
    private HikariConfig config(Endpoint to) {
        boolean postgresql = to.url().toString().startsWith("jdbc:postgresql:");
        HikariConfig config = new HikariConfig();
        config.setPoolName("front " + partner);
        config.setDriverClassName(postgresql ? "org.postgresql.Driver" : "org.mariadb.jdbc.Driver");
        config.setJdbcUrl(to.url().toString());
        config.setUsername(to.credentials().account());
        config.setPassword(to.credentials().secret().text());
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECTING.toMillis());
        config.setInitializationFailTimeout(-1);
        (postgresql ? ofPostgresql() : ofMariadb()).forEach(config::addDataSourceProperty);
        if (to.url().toString().contains("sslmode=verify")) {
            config.addDataSourceProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return config;
    }

    /** What we write is text; the database knows which type its columns have. An answer without end is cut off. */
    private Map<String, String> ofPostgresql() {
        return Map.of(
                "connectTimeout", "" + CONNECTING.toSeconds(),
                "socketTimeout", "" + timeout.toSeconds(),
                "tcpKeepAlive", "true",
                "stringtype", "unspecified",
                "maxResultBuffer", "" + BoundedSockets.LARGEST_ANSWER,
                "reWriteBatchedInserts", "true",
                "ApplicationName", "dianqiao");
    }

    private Map<String, String> ofMariadb() {
        return Map.of(
                "connectTimeout",
                "" + CONNECTING.toMillis(),
                "socketTimeout",
                "" + timeout.toMillis(),
                "tcpKeepAlive",
                "true",
                "allowLocalInfile",
                "false",
                "permitRedirect",
                "false",
                "socketFactory",
                BoundedSockets.class.getName());
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.connections().close();
            pool = null;
        }
    }
}
