package org.dianqiao.codes;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.codes.CodeTable.Row;

/**
 * Industries 国民经济行业 (GB/T 4754): a section's letter, a division's two digits, then perhaps a third and a fourth digit.
 * Editions number differently, so a code says nothing without the year of its edition. Of an edition that the table does
 * not hold only the form can be judged.
 */
public final class Industries {

    private static final int LEAST = 3;
    private static final int MOST = 5;

    private final CodeTable table;
    private final Set<String> years;

    Industries(CodeTable table) {
        this.table = table;
        this.years = table.rows().stream().map(row -> row.text("year")).collect(Collectors.toUnmodifiableSet());
    }

    public Check check(String code, int year) {
        Check form = form(code);
        return years.contains(String.valueOf(year)) ? form.and(() -> division(code)) : form;
    }

    /** The division of a code such as `D4420`, of two digits such as `44`, or the section of a letter. */
    public Optional<Row> find(String code) {
        return table.find(code.length() < LEAST ? code : code.substring(1, LEAST));
    }

    private static Check form(String code) {
        if (code.length() < LEAST || code.length() > MOST) {
            return Check.wrong(0, "应为 1 个字母和 2 至 4 位数字", "a letter and 2 to 4 digits are expected");
        }
        return new Shape("A9999".substring(0, code.length())).check(code);
    }

    private Check division(String code) {
        String section = code.substring(0, 1);
        if (table.find(section).isEmpty()) {
            return Check.wrong(1, "无此门类", "there is no such section");
        }
        return find(code)
                .map(row -> section(row, section))
                .orElseGet(() -> Check.wrong(2, "无此大类", "there is no such division"));
    }

    private static Check section(Row division, String found) {
        String expected = division.text("section");
        return expected.equals(found)
                ? Check.valid()
                : Check.wrong(1, "该大类属于门类 " + expected, "this division belongs to section " + expected);
    }

    /** A row of the table: a section's letter alone, or a division with the section it belongs to. */
    static void admit(CodeTable table, Row row) {
        String section = row.text("section");
        if (!row.text("year").matches("\\d{4}")) {
            throw new IllegalArgumentException("`year`: the year of the edition is expected");
        }
        if (section.isEmpty()) {
            new Shape("A").check(row.code()).admit(row.code());
            return;
        }
        new Shape("99").check(row.code()).admit(row.code());
        if (table.find(section).isEmpty()) {
            throw new IllegalArgumentException("there is no section `" + section + "`");
        }
    }
}
