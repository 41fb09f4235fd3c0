package org.dianqiao.sandbox.approval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The tables of the exchange standard. */
record FrontTables(DataSource source) {

    static final String PROJECTS = "SPGL_XMJBXXB_V3";
    static final String ITEMS = "SPGL_XMSPSXBLXXB_V3";
    static final String DETAILS = "SPGL_XMSPSXBLXXXXB_V3";
    static final String DOCUMENTS = "SPGL_XMSPSXPFWJXXB_V3";
    static final List<String> EXCHANGED = List.of(PROJECTS, ITEMS, DETAILS, DOCUMENTS);

    static FrontTables made(DataSource source) throws IOException {
        try (InputStream file = Objects.requireNonNull(FrontTables.class.getResourceAsStream("tables.sql"));
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return new FrontTables(source);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    void insert(String table, Map<String, String> row) throws SQLException {
        String columns = String.join(", ", row.keySet());
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (String value : row.values()) {
                statement.setObject(++place, value, Types.OTHER);
            }
            statement.executeUpdate();
        }
    }

    /** What stands beside each row that is not new, or says why it is. */
    Map<String, String> writtenBack(String table) throws SQLException {
        String sql = "SELECT lsh, sjsczt, coalesce(sbyy, '') FROM " + table
                + " WHERE sjsczt <> 0 OR sbyy IS NOT NULL ORDER BY lsh";
        Map<String, String> told = new LinkedHashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                told.put(table + " lsh=" + row.getLong(1), "sjsczt=" + row.getInt(2) + " " + row.getString(3));
            }
        }
        return told;
    }
}
