package org.dianqiao.web.leads;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dianqiao.lead.LeadRegister.Place;

/**
 * A map without outlines 分布图: dots where leads lie, the names of their districts among them, and lines of the degrees. It
 * asks nobody for tiles, so nobody learns what is looked at here.
 *
 * @param height in the same units as its width, which is always {@link #WIDTH}
 * @param more whether there are places that it does not show
 * @param astray how many leads it does not show, for their coordinates cannot be in China
 */
public record Chart(int height, List<Degree> lines, List<Label> labels, List<Dot> dots, boolean more, long astray) {

    public static final int WIDTH = 480;
    static final int MOST = 200;

    private static final int EDGE = 30;
    private static final int LINE = 14;
    private static final int APART = 56;

    /** A degree: upright ones have an x only. */
    public record Degree(int x, int y, String text) {

        public boolean upright() {
            return y < 0;
        }
    }

    public record Label(int x, int y, String text) {

        private boolean hides(Label other) {
            return Math.abs(x - other.x) < APART && Math.abs(y - other.y) < LINE;
        }
    }

    /** Leads of one state at one place. */
    public record Dot(int x, int y, int radius, Place place) {}

    /** `name`: what a district is called. */
    static Chart of(List<Place> found, long astray, UnaryOperator<String> name) {
        List<Place> shown = found.subList(0, Math.min(MOST, found.size()));
        if (shown.isEmpty()) {
            return new Chart(0, List.of(), List.of(), List.of(), false, astray);
        }
        Projection to = Projection.of(shown, WIDTH, EDGE);
        return new Chart(to.height(), lines(to), labels(shown, to, name), dots(shown, to), found.size() > MOST, astray);
    }

    /** Dots of other states at the same place stand beside it. */
    private static List<Dot> dots(List<Place> places, Projection to) {
        Map<String, Integer> taken = new HashMap<>();
        List<Dot> dots = new ArrayList<>();
        for (Place place : places) {
            int x = to.x(place.lon().doubleValue());
            int y = to.y(place.lat().doubleValue());
            int before = taken.merge(x + " " + y, 1, Integer::sum) - 1;
            int radius = (int) Math.min(14, 5 + Math.round(2 * Math.log((double) place.leads())));
            dots.add(new Dot(x + before * LINE, y, radius, place));
        }
        return dots;
    }

    /** In the middle of what is known of each district, those with the most leads first; where there is no room, none. */
    private static List<Label> labels(List<Place> places, Projection to, UnaryOperator<String> name) {
        Map<String, List<Place>> districts = places.stream().collect(Collectors.groupingBy(Place::regionCode));
        List<Label> labels = new ArrayList<>();
        districts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Place>> each) -> -leads(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(each -> label(each.getValue(), to, name.apply(each.getKey())))
                .forEach(label -> {
                    if (labels.stream().noneMatch(label::hides)) {
                        labels.add(label);
                    }
                });
        return labels;
    }

    private static long leads(List<Place> places) {
        return places.stream().mapToLong(Place::leads).sum();
    }

    private static Label label(List<Place> places, Projection to, String text) {
        double lon = places.stream()
                .mapToDouble(each -> each.lon().doubleValue())
                .average()
                .orElseThrow();
        double lat = places.stream()
                .mapToDouble(each -> each.lat().doubleValue())
                .average()
                .orElseThrow();
        int x = Math.max(EDGE, Math.min(WIDTH - EDGE, to.x(lon)));
        return new Label(x, to.y(lat) - LINE, text);
    }

    private static List<Degree> lines(Projection to) {
        List<Degree> lines = new ArrayList<>();
        to.longitudes().forEach(lon -> lines.add(new Degree(to.x(lon), -1, degrees(lon) + "°E")));
        to.latitudes().forEach(lat -> lines.add(new Degree(-1, to.y(lat), degrees(lat) + "°N")));
        return lines;
    }

    private static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
