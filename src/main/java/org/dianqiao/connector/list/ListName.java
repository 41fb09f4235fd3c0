package org.dianqiao.connector.list;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dianqiao.connector.table.Table.Form;

/** What a file is, by its name. What has another ending is none of ours and stays where it is. */
record ListName(String text) {

    private static final Pattern MEANT = Pattern.compile("(?i).*\\.(csv|xlsx|xls|et)");
    private static final String RESULT = ".result";
    private static final String MARK = ".done";

    boolean isList() {
        return MEANT.matcher(text).matches() && !stem().endsWith(RESULT);
    }

    /** A file of this name says that the list is written to its end. */
    String mark() {
        return text + MARK;
    }

    String result(Form form) {
        return stem() + RESULT + "." + form.name().toLowerCase(Locale.ROOT);
    }

    private String stem() {
        return text.substring(0, text.lastIndexOf('.'));
    }
}
