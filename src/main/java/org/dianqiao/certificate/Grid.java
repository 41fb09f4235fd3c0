package org.dianqiao.certificate;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with lines around its cells. A row that does not fit what is left of a page begins on the next; a long one goes
 * on there, line by line, so that nothing is ever cut off.
 */
final class Grid {

    /** Of the type in it, unless another is said. */
    private static final double SIZE = 3.7;

    private static final double LEADING_OF_SIZE = 1.6;
    private static final double PADDING_OF_SIZE = 0.45;
    private static final double MARGIN = 2.2;
    private static final double LINE = 0.2;
    private static final double ABOVE_THE_BASE_LINE = 0.36;
    private static final int FEWEST_LINES = 2;
    private static final double KEPT_TOGETHER = 50;

    private final Pages pages;
    private final double size;
    private final double leading;
    private final double padding;
    private final double[] edges;
    private double below;

    /** Columns of these widths, from the left margin on. */
    static Grid of(Pages pages, double... widths) {
        return new Grid(pages, SIZE, widths);
    }

    Grid(Pages pages, double size, double[] widths) {
        this.pages = pages;
        this.size = size;
        this.leading = size * LEADING_OF_SIZE;
        this.padding = size * PADDING_OF_SIZE;
        this.edges = new double[widths.length + 1];
        edges[0] = Pages.LEFT;
        for (int i = 0; i < widths.length; i++) {
            edges[i + 1] = edges[i] + widths[i];
        }
    }

    private record Cell(List<String> lines, boolean centred, Ink ink) {

        Cell part(int from, int to) {
            return new Cell(lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())), centred, ink);
        }
    }

    /** A row that stands again at the top of each further page. */
    void heading(String... texts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            cells.add(new Cell(lines(i, texts[i]), true, Ink.GREY));
        }
        if (pages.room() < height(cells) + height(FEWEST_LINES)) {
            pages.turn();
        }
        draw(cells);
        pages.atTheTop(() -> draw(cells));
    }

    /** The end of a table with a heading. */
    void end() {
        pages.atTheTop(() -> {});
    }

    /** What follows the next row needs so much room on the same page, or at least on that of its last lines. */
    Grid above(double room) {
        below = room;
        return this;
    }

    /** Every second text is a label. */
    void labelled(String... texts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            boolean label = i % 2 == 0;
            cells.add(new Cell(lines(i, texts[i]), label, label ? Ink.GREY : Ink.BLACK));
        }
        row(cells);
    }

    /** A label, and several texts that each begin on a line of their own. */
    void labelled(String label, List<String> texts) {
        row(List.of(new Cell(lines(0, label), true, Ink.GREY), new Cell(lines(1, texts), false, Ink.BLACK)));
    }

    /** In each column several texts, each on a line of its own. The columns that are named are centred. */
    void row(List<List<String>> columns, List<Integer> centred) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(new Cell(lines(i, columns.get(i)), centred.contains(i), Ink.BLACK));
        }
        row(cells);
    }

    private List<String> lines(int column, List<String> texts) {
        return texts.stream().flatMap(text -> lines(column, text).stream()).toList();
    }

    private List<String> lines(int column, String text) {
        return Lines.of(text, pages.typeface(), size, edges[column + 1] - edges[column] - 2 * MARGIN);
    }

    private void row(List<Cell> cells) {
        int lines = lines(cells);
        int done = 0;
        while (done < lines) {
            if (pages.room() < leastRoom(lines - done)) {
                pages.turn();
            }
            int from = done;
            int to = from + nextLines(lines - done);
            draw(cells.stream().map(cell -> cell.part(from, to)).toList());
            done = to;
        }
        below = 0;
    }

    /** Of so many that are left; the last ones wait where what follows would have to stand without them. */
    private int nextLines(int left) {
        int fit = (int) ((pages.room() - 2 * padding) / leading);
        if (left > fit || height(left) + below <= pages.room()) {
            return Math.min(left, fit);
        }
        return left - FEWEST_LINES;
    }

    /** What is short stays together. */
    private double leastRoom(int lines) {
        return height(lines) <= KEPT_TOGETHER ? height(lines) + below : height(FEWEST_LINES);
    }

    private static int lines(List<Cell> cells) {
        return cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    }

    /** How high a row of one column's texts would be. */
    double height(int column, List<String> texts) {
        return height(lines(column, texts).size());
    }

    private double height(List<Cell> cells) {
        return height(lines(cells));
    }

    private double height(int lines) {
        return lines * leading + 2 * padding;
    }

    private void draw(List<Cell> cells) {
        double top = pages.y();
        double bottom = top + height(cells);
        for (int i = 0; i < cells.size(); i++) {
            draw(cells.get(i), edges[i], edges[i + 1], (top + bottom) / 2);
            upright(edges[i], top, bottom);
        }
        upright(edges[edges.length - 1], top, bottom);
        across(top);
        across(bottom);
        pages.down(bottom - top);
    }

    private void draw(Cell cell, double left, double right, double middle) {
        double y = middle - (cell.lines().size() - 1) * leading / 2 + size * ABOVE_THE_BASE_LINE;
        for (String line : cell.lines()) {
            double free = right - left - pages.typeface().width(line, size);
            pages.put(new Mark.Text(line, left + (cell.centred() ? free / 2 : MARGIN), y, size, cell.ink()));
            y += leading;
        }
    }

    private void upright(double x, double top, double bottom) {
        pages.put(new Mark.Line(x, top, x, bottom, LINE, Ink.BLACK));
    }

    private void across(double y) {
        pages.put(new Mark.Line(edges[0] - LINE / 2, y, edges[edges.length - 1] + LINE / 2, y, LINE, Ink.BLACK));
    }
}
