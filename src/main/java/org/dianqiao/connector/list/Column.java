package org.dianqiao.connector.list;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dianqiao.codes.CodeTable;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.table.CellNumber;

/**
 * One column of a list.
 *
 * @param heading as the list writes it
 * @param field what the mapping calls it
 * @param pointer where it stands in the message
 */
record Column(int place, String heading, String field, String pointer, Kind kind) {

    private static final String BLANKS = "[\\s\\u00A0\\u3000\\u200B\\uFEFF]+";
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u3000\\u200B\\uFEFF]");

    /** What a spreadsheet shows, and saves as text, where it could not reckon. */
    private static final Pattern FAILED_FORMULA =
            Pattern.compile("#(NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!)");

    enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    static Column of(int place, String heading, CodeTable.Row means) {
        return new Column(
                place,
                heading,
                means.text("field"),
                means.text("pointer"),
                Kind.valueOf(means.text("kind").toUpperCase(Locale.ROOT)));
    }

    /** Without blanks, marks of what is mandatory, and the width of brackets. */
    static String plain(String heading) {
        return heading.replaceAll(BLANKS, "")
                .replaceAll("^[*＊]+|[*＊:：]+$", "")
                .replace('（', '(')
                .replace('）', ')');
    }

    private static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return BLANK.matcher(Character.toString(c)).matches();
    }

    /** What a cell says. Spreadsheets keep a text from becoming a number by `'` or `="..."`. */
    String value(String cell) {
        String text = stripped(cell).replaceAll("^=\"([^\"]*)\"$", "$1").replaceAll("^'", "");
        if (FAILED_FORMULA.matcher(text).matches()) {
            throw MappingFault.at("/" + field, "单元格是公式的错误值，不是内容，请改正公式或直接填写", "a formula has failed");
        }
        if (kind == Kind.TEXT && CellNumber.isSpoiled(text)) {
            throw MappingFault.at("/" + field, "长号码已被表格软件改写，请把该列设为文本格式后重新填写", "a spreadsheet has rounded it");
        }
        return kind == Kind.DAY ? CellNumber.dayOfNumber(text) : text;
    }

    boolean isAt(String place) {
        return place.equals(field) || place.equals("/" + field) || place.equals(pointer);
    }
}
