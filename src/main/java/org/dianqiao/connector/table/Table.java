package org.dianqiao.connector.table;

import java.util.Arrays;
import java.util.List;

/**
 * What stands in a file.
 *
 * @param form in which it is written, and in which it is answered
 * @param sheets several in a workbook; of a text one for each separator that it may have
 * @param notes what whoever left it should know about it
 */
public record Table(Form form, List<Sheet> sheets, List<String> notes) {

    /** The bytes of a list: ten thousand rows are a tenth of it. */
    public static final int LARGEST = 10 << 20;

    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST = 32_767;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    public enum Form {
        CSV,
        XLSX
    }

    /** Rows in their order; those that are empty are left out. */
    public record Sheet(List<Row> rows) {}

    /** A line of cells. `number`: as a spreadsheet numbers it, from 1. */
    public record Row(int number, List<String> cells) {

        /** What is not there is empty. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** By what it is, whatever its name says. Throws {@link Unreadable}. */
    public static Table of(byte[] file) {
        if (file.length > LARGEST) {
            throw new Unreadable("文件超过 " + (LARGEST >> 20) + " MiB，请分成几个文件。");
        }
        if (begins(file, OLD)) {
            throw new Unreadable("文件是旧格式（.xls）或已加密的工作簿，请另存为不加密的 .xlsx 或 UTF-8 编码的 .csv。");
        }
        return begins(file, ZIP) ? Workbook.read(file) : CsvText.read(file);
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    static Unreadable tooMany(int rows) {
        return new Unreadable("超过 " + rows + " 行，请分成几个文件。");
    }
}
