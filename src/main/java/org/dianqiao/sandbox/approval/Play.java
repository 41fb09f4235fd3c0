package org.dianqiao.sandbox.approval;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;

/** A project as its approval platform puts it there, and what becomes of the rows. */
record Play(FrontTables tables, Project project, Faults faults, Consumer<String> narration) implements Runnable {

    private record Row(String table, Map<String, String> columns) {}

    @Override
    public void run() {
        Map<String, String> told = new HashMap<>();
        try {
            for (Row row : rows()) {
                tables.insert(row.table(), row.columns());
                narration.accept("写入 " + row.table());
            }
            while (true) {
                listen(told);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            narration.accept("前置库不可用 " + e.getMessage());
        }
    }

    private void listen(Map<String, String> told) throws SQLException {
        for (String table : FrontTables.EXCHANGED) {
            tables.writtenBack(table).forEach((row, state) -> {
                if (!state.equals(told.put(row, state))) {
                    narration.accept("写回 " + row + " " + state);
                }
            });
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row(FrontTables.PROJECTS, project(project)),
                new Row("SPGL_DFXMSPLCJDSXXXB", flow("spsxbm", "GHXK02", "spsxbbh", "1")),
                new Row("SPGL_DFXMSPLCJDXXB", flow("spjdmc", "工程建设许可", "dybzspjdxh", "2")),
                new Row(FrontTables.ITEMS, item()),
                detail("3", "20261008093000"),
                detail("8", "20261009093000"),
                detail("11", "20261020160000")));
        if (faults.has(Fault.WRONG_CHECK)) {
            rows.add(0, new Row(FrontTables.PROJECTS, project(project.mistyped())));
        }
        if (faults.has(Fault.OUT_OF_ORDER)) {
            Collections.reverse(rows);
        }
        rows.addAll(faults.has(Fault.OUT_OF_ORDER) ? 0 : rows.size(), documents());
        return rows;
    }

    private Map<String, String> project(Project told) {
        return columns(
                "xzqhdm", told.region(),
                "xmdm", told.code(),
                "xmmc", written(told.name()),
                "gcdm", told.number(),
                "jsdd", told.address(),
                "jsddxzqh", told.region(),
                "xmjwdzb", told.place(),
                "jsdw", "河南中原置业有限公司",
                "jsdwdm", "91410100MA7K3D2F5N",
                "sbsj", "20260915093000",
                "scsj", "2026-09-15 10:00:00");
    }

    /** As a program writes it whose connection is in another encoding. */
    private String written(String text) {
        return faults.has(Fault.GBK)
                ? new String(text.getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1)
                : text;
    }

    private static Map<String, String> flow(String... more) {
        Map<String, String> stage = columns("splcbm", "ZZ-3", "splcbbh", "1", "spjdxh", "2");
        stage.putAll(columns(more));
        return stage;
    }

    private Map<String, String> item() {
        return columns(
                "gcdm", project.number(),
                "spsxbm", "GHXK02",
                "spsxbbh", "1",
                "splcbm", "ZZ-3",
                "splcbbh", "1",
                "spsxslbm", project.item(),
                "spbmmc", project.department(),
                "scsj", "2026-10-08 09:05:00");
    }

    private Row detail(String status, String time) {
        return new Row(
                FrontTables.DETAILS,
                columns(
                        "gcdm",
                        project.number(),
                        "spsxslbm",
                        project.item(),
                        "blzt",
                        status,
                        "blsj",
                        time.replaceFirst("(\\d{8})", "$1T")));
    }

    /** They know each other by the key that the platform gave them; the other way round the wrong one would be the last word. */
    private List<Row> documents() {
        if (!faults.has(Fault.CORRECTED)) {
            return List.of(document(project.document()));
        }
        Row wrong = document(project.document() + "（误）", "dfsjzj", "PF-1");
        Row gone = document(project.document() + "（误）", "dfsjzj", "PF-1", "sjyxbs", "0", "sjwxyy", "文号有误");
        return List.of(wrong, gone, document(project.document(), "dfsjzj", "PF-1"));
    }

    private Row document(String number, String... more) {
        Map<String, String> columns = columns(
                "gcdm",
                project.number(),
                "spsxslbm",
                project.item(),
                "pfrq",
                "2026-10-20",
                "pfwh",
                number,
                "pfwjbt",
                "建设工程规划许可证");
        columns.putAll(columns(more));
        return new Row(FrontTables.DOCUMENTS, columns);
    }

    private static Map<String, String> columns(String... namesAndValues) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return columns;
    }
}
