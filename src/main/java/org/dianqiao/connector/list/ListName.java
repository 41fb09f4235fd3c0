package org.dianqiao.connector.list;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dianqiao.connector.table.Table.Form;

/** What a file is, by its name. What has another ending is none of ours and stays where it is. */
record ListName(String text) {

    private static final Pattern MEANT = Pattern.compile("(?is).*\\.(csv|xlsx|xls|et)");
    private static final String RESULT = ".result";
    private static final String MARK = ".done";

    boolean isList() {
        return MEANT.matcher(text).matches() && !stem().endsWith(RESULT);
    }

    /** A file of this name says that the list is written to its end. */
    String mark() {
        return text + MARK;
    }

    /** No two lists have the same: what is not the usual ending of the form stays in the name. */
    String result(Form form) {
        String usual = "." + form.name().toLowerCase(Locale.ROOT);
        return (text.endsWith(usual) ? stem() : text) + RESULT + usual;
    }

    private String stem() {
        return text.substring(0, text.lastIndexOf('.'));
    }
}
