package org.dianqiao.web.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small curve over the minutes, as the path of an SVG of {@value #WIDTH} by {@value #HEIGHT}. */
public record Sparkline(String line, boolean flat) {

    public static final int WIDTH = 120;
    public static final int HEIGHT = 28;
    private static final double MARGIN = 2;

    public static Sparkline of(List<Long> minutes) {
        long most = minutes.stream().mapToLong(Long::longValue).max().orElse(0);
        String line = IntStream.range(0, minutes.size())
                .mapToObj(i -> point(x(i, minutes.size()), y(minutes.get(i), most)))
                .collect(Collectors.joining("L", "M", ""));
        return new Sparkline(line, most == 0);
    }

    /** The curve closed along the ground, to be filled. */
    public String area() {
        return line + "L" + point(WIDTH, HEIGHT) + "L" + point(0, HEIGHT) + "Z";
    }

    private static double x(int minute, int minutes) {
        return minutes < 2 ? 0 : (double) WIDTH * minute / (minutes - 1);
    }

    private static double y(long count, long most) {
        double share = most == 0 ? 0 : (double) count / most;
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
