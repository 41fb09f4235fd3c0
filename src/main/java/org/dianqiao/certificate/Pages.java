package org.dianqiao.certificate;

import java.util.ArrayList;
import java.util.List;

/** The pages of one certificate while they are filled from top to bottom. */
final class Pages {

    static final double LEFT = 22;
    static final double RIGHT = Sheet.WIDTH - LEFT;
    private static final double FIRST_LINE = 30;
    private static final double RUNNING = 21;
    private static final double LEADING = 5.5;
    private static final double LAST_LINE = 273;
    private static final double FOOT = 281;
    private static final double SMALL = 3;
    private static final double FRAME = 10;
    private static final double INNER_FRAME = 11.6;

    private final Typeface typeface;
    private final List<String> running;
    private final List<List<Mark>> pages = new ArrayList<>();
    private Runnable atTheTop = () -> {};
    private double y;

    /** Above the second page and the next ones stand these lines. */
    Pages(Typeface typeface, String... running) {
        this.typeface = typeface;
        this.running = List.of(running);
        begin();
    }

    Typeface typeface() {
        return typeface;
    }

    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** How much is still free on this page. */
    double room() {
        return LAST_LINE - y;
    }

    boolean first() {
        return pages.size() == 1;
    }

    double bottom() {
        return LAST_LINE;
    }

    /** What is done first on each further page, until something else is said. */
    void atTheTop(Runnable repeat) {
        atTheTop = repeat;
    }

    void turn() {
        begin();
        y = RUNNING;
        for (String line : running) {
            centred(line, y, SMALL, Ink.GREY);
            y += LEADING;
        }
        atTheTop.run();
    }

    void put(Mark mark) {
        pages.get(pages.size() - 1).add(mark);
    }

    void centred(String text, double baseLine, double size, Ink ink) {
        double width = typeface.width(text, size);
        put(new Mark.Text(text, (Sheet.WIDTH - width) / 2, baseLine, size, ink));
    }

    /** With the page numbers, which are not known before. */
    List<List<Mark>> finished() {
        for (int i = 0; i < pages.size(); i++) {
            String text = "第 " + (i + 1) + " 页　共 " + pages.size() + " 页";
            double width = typeface.width(text, SMALL);
            pages.get(i).add(new Mark.Text(text, (Sheet.WIDTH - width) / 2, FOOT, SMALL, Ink.GREY));
        }
        return pages.stream().map(List::copyOf).toList();
    }

    private void begin() {
        pages.add(new ArrayList<>());
        y = FIRST_LINE;
        frame(FRAME, 0.9);
        frame(INNER_FRAME, 0.25);
    }

    private void frame(double inset, double width) {
        double right = Sheet.WIDTH - inset;
        double bottom = Sheet.HEIGHT - inset;
        double over = width / 2;
        put(new Mark.Line(inset - over, inset, right + over, inset, width, Ink.RED));
        put(new Mark.Line(inset - over, bottom, right + over, bottom, width, Ink.RED));
        put(new Mark.Line(inset, inset, inset, bottom, width, Ink.RED));
        put(new Mark.Line(right, inset, right, bottom, width, Ink.RED));
    }
}
