package org.dianqiao.connector.list;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dianqiao.AtTheDoor;
import org.dianqiao.connector.table.Table;

/** The development and reform commission of Zhengzhou, which is not connected and leaves a list each month. */
abstract class WithLists extends AtTheDoor {

    static final String COMMISSION = "development.zhengzhou";
    static final String HEADINGS = "项目代码,项目名称,建设单位,统一社会信用代码,建设地点,赋码日期";

    static String row(String code) {
        return row(code, "中原·金水科创园一期");
    }

    static String row(String code, String name) {
        return code + "," + name + ",河南中原置业有限公司,91410100MA7K3D2F5N,郑州市金水区杨金路与鸿宝路交叉口东北角,2026-09-15";
    }

    static String list(String... rows) {
        return HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook of texts. */
    static byte[] workbook(String list) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Excel", "16.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            List<String> lines = list.lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                String[] cells = lines.get(line).split(",", -1);
                for (int cell = 0; cell < cells.length; cell++) {
                    sheet.value(line, cell, cells[cell]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a workbook is packed. */
    static byte[] packed(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path folder() {
        return home().resolve("data/lists/zhengzhou");
    }

    static void register(String region) {
        describe(COMMISSION, """
                kind: department
                region: "%s"
                department: development
                endpoint: { transport: folder, dialect: project-list, url: "file:data/lists/zhengzhou" }
                sends: [ { service: project.code-assigned } ]
                rate: { perSecond: 5000, burst: 10000 }
                """.formatted(region));
    }

    /** Leaves a file as a careful system does. */
    static void leave(String name, byte[] content) {
        try {
            Files.createDirectories(folder());
            Path fresh = Files.write(folder().resolve("." + name), content);
            Files.move(fresh, folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the answer, each cell. */
    static List<List<String>> result(String name) {
        Path file = folder().resolve(name);
        await().until(() -> Files.exists(file));
        try {
            return cells(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> cells(byte[] result) {
        return Table.of(result).sheets().get(0).rows().stream()
                .map(Table.Row::cells)
                .toList();
    }

    /** What became of the rows, without what is said of the whole. */
    static List<String> outcomes(List<List<String>> result) {
        return result.stream()
                .filter(line -> line.get(0).matches("\\d+"))
                .map(line -> line.get(0) + " " + line.get(2))
                .toList();
    }

    static List<String> notes(List<List<String>> result) {
        return result.stream()
                .skip(1)
                .filter(line -> line.get(0).isEmpty())
                .map(line -> line.get(4))
                .toList();
    }

    /** Leaves a list, and waits for what became of it. */
    static List<List<String>> answered(String name, byte[] content) {
        String result = name.replaceFirst("\\.(\\w+)$", ".result.$1");
        try {
            Files.deleteIfExists(folder().resolve(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        leave(name, content);
        List<List<String>> lines = result(result);
        await().until(() -> !Files.exists(folder().resolve(name)));
        return lines;
    }

    static long messages(String code) {
        return database()
                .sql("SELECT count(*) FROM ledger_entry WHERE direction = 'in' AND partner = ? AND case_id = ?")
                .params(COMMISSION, code)
                .query(Long.class)
                .single();
    }
}
