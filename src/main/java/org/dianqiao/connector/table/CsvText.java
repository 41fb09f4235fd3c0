package org.dianqiao.connector.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.connector.table.Table.Form;
import org.dianqiao.connector.table.Table.Sheet;

/**
 * A text of separated values. Offices write it in UTF-8 or GB18030 and do not say in which: what decodes strictly as
 * UTF-8 is UTF-8, for a Chinese text in GB18030 never does.
 */
final class CsvText {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private CsvText() {}

    static Table read(byte[] file) {
        List<String> notes = new ArrayList<>();
        String text = text(file, notes);
        if (text.isBlank()) {
            throw new Unreadable("文件是空的。");
        }
        return new Table(Form.CSV, readings(text), List.copyOf(notes));
    }

    /** With the wrong separator a text may have too long cells, or too many. */
    private static List<Sheet> readings(String text) {
        List<Sheet> readings = new ArrayList<>();
        List<Unreadable> faults = new ArrayList<>();
        for (char separator : SEPARATORS) {
            try {
                readings.add(new Sheet(CsvRows.read(text, separator)));
            } catch (Unreadable fault) {
                faults.add(fault);
            }
        }
        if (readings.isEmpty()) {
            throw faults.get(0);
        }
        return readings;
    }

    private static String text(byte[] file, List<String> notes) {
        refuseUtf16(file);
        String text = decoded(file, notes);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("文件中有 NUL 字符，不是文本；请另存为 UTF-8 编码的 .csv。");
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            throw new Unreadable("文字已经损坏（含有替换字符），请从原系统重新导出。");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void refuseUtf16(byte[] file) {
        int mark = file.length < 2 ? 0 : ((file[0] & 0xFF) << 8) | (file[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new Unreadable("文件是 UTF-16 编码，请另存为 UTF-8 编码的 .csv。");
        }
    }

    private static String decoded(byte[] file, List<String> notes) {
        try {
            return strictly(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                String text = strictly(file, Charset.forName("GB18030"));
                notes.add("文件是 GB18030（GBK）编码，已按此读取；建议改用 UTF-8。");
                return text;
            } catch (CharacterCodingException e) {
                throw new Unreadable("文字既不是 UTF-8 也不是 GB18030 编码，无法读取。", e);
            }
        }
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }
}
