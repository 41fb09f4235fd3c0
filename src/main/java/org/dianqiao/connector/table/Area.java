package org.dianqiao.connector.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells beside and below each other, as `A3:B5`. Columns count from 0, rows from 1. */
record Area(int left, int top, int right, int bottom) {

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

    static Area of(String text) {
        String[] corners = text.split(":", 2);
        String last = corners[corners.length - 1];
        return new Area(column(corners[0]), row(corners[0]), column(last), row(last));
    }

    static int column(String cell) {
        return parsed(cell).group(1).chars().reduce(0, (before, letter) -> before * 26 + letter - 'A' + 1) - 1;
    }

    private static int row(String cell) {
        return Integer.parseInt(parsed(cell).group(2));
    }

    private static Matcher parsed(String cell) {
        Matcher matcher = CELL.matcher(cell);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a cell's name is expected");
        }
        return matcher;
    }
}
