package org.dianqiao.connector.front;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.dianqiao.sandbox.Sandbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A platform's front-end database as the platform sees it.
 *
 * @param standard how the tables' names end
 */
record Tables(String url, DataSource source, String password, String standard) {

    static final String PROJECTS = "SPGL_XMJBXXB_V3";
    static final String ITEMS = "SPGL_XMSPSXBLXXB_V3";
    static final String DETAILS = "SPGL_XMSPSXBLXXXXB_V3";
    static final String DOCUMENTS = "SPGL_XMSPSXPFWJXXB_V3";

    private static final String LATEST = "_V3";

    Tables(String url, DataSource source, String password) {
        this(url, source, password, LATEST);
    }

    Tables of(String other) {
        return new Tables(url, source, password, other);
    }

    /** As it is called in this standard. */
    String named(String table) {
        return table.replace(LATEST, standard);
    }

    /** As a partner's file says it. */
    String ending() {
        return standard.isEmpty() ? "" : "tables: " + standard;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    Tables made(UnaryOperator<String> dialect) {
        try (var file = Sandbox.class.getResourceAsStream("approval/tables.sql")) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String statement : named(dialect.apply(all)).split(";")) {
                if (statement.contains("CREATE")) {
                    jdbc().sql(statement).update();
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its serial. */
    long insert(String table, Map<String, ?> row) {
        String columns = String.join(", ", row.keySet());
        String marks =
                String.join(", ", row.keySet().stream().map(name -> ":" + name).toList());
        jdbc().sql("INSERT INTO " + named(table) + " (" + columns + ") VALUES (" + marks + ")")
                .params(row)
                .update();
        return jdbc().sql("SELECT max(lsh) FROM " + named(table))
                .query(Long.class)
                .single();
    }

    void insertAll(String table, List<Map<String, Object>> rows) {
        String columns = String.join(", ", rows.get(0).keySet());
        String marks =
                String.join(", ", rows.get(0).keySet().stream().map(name -> "?").toList());
        new JdbcTemplate(source)
                .batchUpdate(
                        "INSERT INTO " + named(table) + " (" + columns + ") VALUES (" + marks + ")",
                        rows.stream().map(row -> row.values().toArray()).toList());
    }

    int state(String table, long serial) {
        return jdbc().sql("SELECT sjsczt FROM " + named(table) + " WHERE lsh = ?")
                .param(serial)
                .query(Integer.class)
                .single();
    }

    String reason(String table, long serial) {
        return jdbc().sql("SELECT coalesce(sbyy, '') FROM " + named(table) + " WHERE lsh = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    int count(String table, int state) {
        return jdbc().sql("SELECT count(*) FROM " + named(table) + " WHERE sjsczt = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    static Map<String, Object> project(String code) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("xzqhdm", code.substring(5, 11));
        row.put("xmdm", code);
        row.put("xmmc", "中原·金水科创园一期");
        row.put("gcdm", code + "-001");
        row.put("jsdd", "金水区杨金路与鸿宝路交叉口东北角");
        row.put("jsddxzqh", code.substring(5, 11));
        row.put("jsdw", "河南中原置业有限公司");
        row.put("jsdwdm", "91410100MA7K3D2F5N");
        row.put("sbsj", "20260915093000");
        row.put("gxsj", Timestamp.valueOf("2026-09-15 10:00:00"));
        return row;
    }

    static Map<String, Object> item(String code, String number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("gcdm", code + "-001");
        row.put("spsxbm", "GHXK02");
        row.put("spsxbbh", "1");
        row.put("splcbm", "ZZ-3");
        row.put("splcbbh", "1");
        row.put("spsxslbm", number);
        row.put("gxsj", Timestamp.valueOf("2026-10-08 09:05:00"));
        return row;
    }

    static Map<String, Object> detail(String code, String number, String status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("gcdm", code + "-001");
        row.put("spsxslbm", number);
        row.put("blzt", status);
        row.put("blsj", Timestamp.valueOf("2026-10-08 09:30:00"));
        return row;
    }

    static Map<String, Object> document(String code, String number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("gcdm", code + "-001");
        row.put("spsxslbm", number);
        row.put("pfrq", Date.valueOf("2026-10-20"));
        row.put("pfwh", "郑规建（2026）088号");
        row.put("pfwjbt", "建设工程规划许可证");
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(row);
        other.put(column, value);
        return other;
    }
}
