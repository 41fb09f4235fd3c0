package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dianqiao.connector.front.FrontDatabase;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.springframework.core.NestedExceptionUtils;

/**
 * Whether a front-end database lets us in, what time it is there, whether it has what the statements of our routes name, and
 * whether our account may make them.
 */
final class FrontTables {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String STATEMENT = "sql:";
    private static final Pattern INSERT = Pattern.compile("(?is)\\s*INSERT\\b.*");
    private static final Pattern EXPLAINABLE = Pattern.compile("(?is)\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*");

    /** Of PostgreSQL; MariaDB's 42000 is any fault of a statement, and the number says which. */
    private static final String NOT_ALLOWED = "42501";

    private static final Set<Integer> NOT_ALLOWED_IN_MARIADB = Set.of(1044, 1142, 1143);

    private final Endpoint endpoint;
    private final boolean takesTasks;
    private final Clock clock;
    private final Map<String, String> statements;
    private final List<Finding> findings = new ArrayList<>();

    private FrontTables(Endpoint endpoint, boolean takesTasks, Clock clock, Map<String, String> statements) {
        this.endpoint = endpoint;
        this.takesTasks = takesTasks;
        this.clock = clock;
        this.statements = statements;
    }

    static List<Finding> of(Home home, Partner partner, Endpoint endpoint, Clock clock) {
        Path routes = home.settings().routes().resolve("connectors").resolve(endpoint.dialect());
        FrontTables tables =
                new FrontTables(endpoint, !partner.receives().isEmpty(), clock, statements(routes, endpoint.tables()));
        try (FrontDatabase database = new FrontDatabase(partner.id(), () -> endpoint, PATIENCE);
                Connection connection = database.getConnection()) {
            tables.examine(connection);
        } catch (SQLException e) {
            tables.refused(e);
        }
        return tables.findings;
    }

    private void refused(SQLException e) {
        String reason = reason(e);
        findings.add(bad(About.LOGIN, "登录不成（" + reason + "），请核对 account、secret 和对方的访问许可", "not let in: " + reason));
    }

    private void examine(Connection connection) throws SQLException {
        String account = endpoint.credentials().account();
        findings.add(good(About.LOGIN, account + " 可以登录", account + " is let in"));
        findings.add(Reach.clocks(Duration.between(clock.instant(), time(connection)), endpoint));
        for (Map.Entry<String, String> statement : statements.entrySet()) {
            understood(connection, statement.getKey(), statement.getValue());
        }
    }

    private Instant time(Connection connection) throws SQLException {
        String question = isPostgresql() ? "SELECT extract(epoch FROM now())" : "SELECT unix_timestamp(now(6))";
        try (PreparedStatement asked = connection.prepareStatement(question);
                ResultSet row = asked.executeQuery()) {
            row.next();
            return Instant.ofEpochMilli(row.getBigDecimal(1).movePointRight(3).longValue());
        }
    }

    private void understood(Connection connection, String step, String statement) {
        try {
            prepare(connection, statement);
            explain(connection, statement);
            findings.add(good(
                    About.TABLES,
                    step + " 所用的表和列都在，也有权执行",
                    step + ": every table and column is there, and may be used"));
        } catch (SQLException e) {
            findings.add(isDenied(e) ? denied(step, statement, reason(e)) : wrong(step, reason(e)));
        }
    }

    private static Finding wrong(String step, String reason) {
        return bad(
                About.TABLES,
                step + " 的语句在对方库中不成立（" + reason + "），请核对表名（tables）、列名，或修改该语句",
                step + " cannot be asked there: " + reason);
    }

    /** Rows are put there only for who takes something of us. */
    private Finding denied(String step, String statement, String reason) {
        if (!takesTasks && INSERT.matcher(statement).matches()) {
            return note(
                    About.RIGHTS,
                    step + " 的语句账号无权执行（" + reason + "）；它不接收任务（receives），用不到",
                    step + " may not be made there (" + reason + "); it receives nothing, so it is not needed");
        }
        return bad(
                About.RIGHTS, step + " 的语句账号无权执行（" + reason + "），请对方给账号授权", step + " may not be made there: " + reason);
    }

    private static boolean isDenied(SQLException e) {
        return NOT_ALLOWED.equals(e.getSQLState()) || NOT_ALLOWED_IN_MARIADB.contains(e.getErrorCode());
    }

    /** Whoever prepares a statement must look at every table and column of it. MariaDB's driver would leave it for later. */
    private void prepare(Connection connection, String statement) throws SQLException {
        if (isPostgresql()) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.getParameterMetaData();
            }
            return;
        }
        try (PreparedStatement named = connection.prepareStatement("SET @dianqiao = ?");
                Statement prepared = connection.createStatement()) {
            named.setString(1, statement);
            named.execute();
            prepared.execute("PREPARE dianqiao FROM @dianqiao");
        }
    }

    /**
     * PostgreSQL looks at rights when a statement is made, or when it is explained, which makes nothing; and a transaction that
     * only reads could write nothing even so.
     */
    private void explain(Connection connection, String statement) throws SQLException {
        if (!isPostgresql() || !EXPLAINABLE.matcher(statement).matches()) {
            return;
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (PreparedStatement explained = connection.prepareStatement("EXPLAIN " + statement)) {
            for (int i = 1; i <= explained.getParameterMetaData().getParameterCount(); i++) {
                explained.setNull(i, Types.NULL);
            }
            explained.executeQuery().close();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private boolean isPostgresql() {
        return endpoint.url().toString().startsWith("jdbc:postgresql:");
    }

    private static String reason(SQLException e) {
        String message =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return message.lines().findFirst().orElse("").strip();
    }

    /** As routes send them, by the id of the step. */
    private static Map<String, String> statements(Path routes, String tables) {
        Map<String, String> statements = new LinkedHashMap<>();
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        for (Path file : Yaml.files(routes, ".camel.yaml")) {
            try {
                yaml.readTree(file.toFile()).findValues("toD").forEach(step -> {
                    String uri = step.path("uri").asText();
                    if (uri.startsWith(STATEMENT)) {
                        statements.put(step.path("id").asText(), statement(uri, tables));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return statements;
    }

    private static String statement(String uri, String tables) {
        return uri.substring(STATEMENT.length())
                .replaceFirst("\\s\\?[a-zA-Z]+=[^?]*$", "")
                .replace("${exchangeProperty.tables}", tables)
                .replaceAll(":#\\w+", "?");
    }
}
