package org.dianqiao.codes;

import org.dianqiao.codes.CodeTable.Row;

/**
 * How a utility numbers its accounts.
 *
 * @param present the form of today's numbers, empty where it is not known
 * @param former the form before the utility renumbered its accounts, empty where it never did
 */
public record AccountProfile(String code, String zh, String en, String present, String former) {

    /** A number as long as this is a mistake in the table. */
    static final int MOST = 32;

    private static final String FORM = "[9AX]{0," + MOST + "}";

    static AccountProfile of(Row row) {
        if (!row.code().matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("`code`: small letters, digits and `-` are expected");
        }
        return new AccountProfile(
                row.code(), row.text("zh"), row.text("en"), form(row, "present"), form(row, "former"));
    }

    private static String form(Row row, String column) {
        String form = row.text(column);
        if (!form.matches(FORM)) {
            throw new IllegalArgumentException("`" + column + "`: a form of at most " + MOST
                    + " characters is expected, 9 for a digit, A for a capital letter, X for either");
        }
        return form;
    }
}
