package org.dianqiao.web.leads;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.dianqiao.lead.LeadRegister.Place;

/** From degrees to a sheet of a given width: a degree of longitude is as much shorter as it is in the middle of the sheet. */
record Projection(double west, double east, double south, double north, int width, int edge) {

    /** A single plot does not fill the sheet: about twenty kilometres around it do. */
    private static final double LEAST = 0.2;

    private static final int LOWEST = 260;
    private static final int HIGHEST = 520;
    private static final double[] STEPS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20};
    private static final int MOST_LINES = 5;

    static Projection of(List<Place> places, int width, int edge) {
        double[] lon = span(places, place -> place.lon().doubleValue());
        double[] lat = span(places, place -> place.lat().doubleValue());
        return new Projection(lon[0], lon[1], lat[0], lat[1], width, edge);
    }

    private static double[] span(List<Place> places, ToDoubleFunction<Place> degrees) {
        double least = places.stream().mapToDouble(degrees).min().orElseThrow();
        double most = places.stream().mapToDouble(degrees).max().orElseThrow();
        double room = Math.max(0, LEAST - (most - least)) / 2;
        return new double[] {least - room, most + room};
    }

    private double shortening() {
        return Math.cos(Math.toRadians((south + north) / 2));
    }

    /** Units of the sheet for a degree of latitude: what is too high for it is drawn smaller. */
    private double scale() {
        double wide = (width - 2.0 * edge) / ((east - west) * shortening());
        double high = (HIGHEST - 2.0 * edge) / (north - south);
        return Math.min(wide, high);
    }

    int height() {
        return (int) Math.max(LOWEST, Math.round((north - south) * scale() + 2.0 * edge));
    }

    int x(double lon) {
        return (int) Math.round(width / 2.0 + (lon - (west + east) / 2) * shortening() * scale());
    }

    int y(double lat) {
        return (int) Math.round(height() / 2.0 - (lat - (south + north) / 2) * scale());
    }

    List<Double> longitudes() {
        return lines(west, east);
    }

    List<Double> latitudes() {
        return lines(south, north);
    }

    /** As far apart in both directions: on a sheet that is much higher than wide their names would stand in each other. */
    private double step() {
        double longer = Math.max(east - west, north - south);
        return DoubleStream.of(STEPS)
                .filter(each -> longer / each <= MOST_LINES)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
    }

    private List<Double> lines(double from, double to) {
        double step = step();
        return LongStream.rangeClosed((long) Math.ceil(from / step), (long) Math.floor(to / step))
                .mapToObj(n -> Math.round(n * step * 100) / 100.0)
                .toList();
    }
}
