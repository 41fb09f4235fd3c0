package org.dianqiao.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is stored, byte for byte, to look for something in it in all the forms that it may have. */
record Haystack(String bytes) {

    /** Every value of every column of every table; bytes as they are, all else as text. */
    static Haystack ofTables(JdbcClient owner) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        owner.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> owner.sql("SELECT * FROM " + table).query(row -> {
                    add(row, all);
                }));
        return of(all);
    }

    /** Every file but the keys: tables as the database writes them, its log of changes, what is spooled. */
    static Haystack ofFiles(Path data) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> tree = Files.walk(data)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(data.resolve("sandbox")) && !file.startsWith(data.resolve("postgres-binaries"))) {
                    all.write(Files.readAllBytes(file));
                }
            }
        }
        return of(all);
    }

    private static Haystack of(ByteArrayOutputStream all) {
        return new Haystack(all.toString(StandardCharsets.ISO_8859_1));
    }

    private static void add(ResultSet row, ByteArrayOutputStream all) throws SQLException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            boolean bytes = row.getMetaData().getColumnTypeName(column).equals("bytea");
            byte[] value = bytes ? row.getBytes(column) : utf8(row.getString(column));
            all.writeBytes(value == null ? new byte[0] : value);
            all.write('\n');
        }
    }

    int size() {
        return bytes.length();
    }

    /** In which forms it is there. */
    List<String> formsOf(String needle) {
        return forms(needle).entrySet().stream()
                .filter(form -> bytes.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> forms(String needle) {
        byte[] clear = utf8(needle);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("as it is", latin(clear));
        forms.put("in two bytes each", latin(needle.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("as hex", HexFormat.of().formatHex(clear));
        forms.put("as HEX", HexFormat.of().withUpperCase().formatHex(clear));
        if (needle.chars().anyMatch(letter -> letter > 127)) {
            forms.put("escaped", escaped(needle));
        }
        for (int shift = 0; shift < 3; shift++) {
            forms.put("as base64, " + shift, base64(clear, shift));
        }
        return forms;
    }

    /** The middle of it, which is the same whatever stands before and behind. */
    private static String base64(byte[] clear, int shift) {
        byte[] moved = new byte[shift + clear.length];
        System.arraycopy(clear, 0, moved, shift, clear.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(moved);
        int whole = moved.length / 3 * 4;
        return text.substring(shift == 0 ? 0 : 4, whole);
    }

    private static String escaped(String needle) {
        return needle.chars()
                .mapToObj(letter -> letter > 127 ? "\\u%04x".formatted(letter) : String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private static byte[] utf8(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
