package org.dianqiao.certificate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A certificate as it is printed, before it becomes a file of any format.
 *
 * @param seal where the seal goes, on the last page
 */
record Sheet(Meta meta, List<List<Mark>> pages, Spot seal) {

    static final double WIDTH = 210;
    static final double HEIGHT = 297;

    /** A square on a page. */
    record Spot(double x, double y, double side) {}

    Set<Integer> codePoints() {
        Set<Integer> all = new TreeSet<>();
        pages.stream().flatMap(List::stream).forEach(mark -> {
            if (mark instanceof Mark.Text text) {
                text.text().codePoints().forEach(all::add);
            }
        });
        return all;
    }
}
