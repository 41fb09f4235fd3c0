package org.dianqiao.sandbox;

import java.util.List;
import java.util.stream.Stream;

/** One department of one city. */
record Office(City city, Bureau bureau) {

    /** The four that a line along a road needs, in each city; in Jinan and Huangshan also who leads or takes part. */
    static final List<Office> ALL = Stream.of(
                    of(City.ZHENGZHOU, Bureau.PLANNING, Bureau.MUNICIPAL, Bureau.GREENING, Bureau.TRAFFIC_POLICE),
                    of(City.JINAN, Bureau.PLANNING, Bureau.MUNICIPAL, Bureau.GREENING, Bureau.TRAFFIC_POLICE),
                    of(City.JINAN, Bureau.ENERGY),
                    of(City.HUANGSHAN, Bureau.PLANNING, Bureau.MUNICIPAL, Bureau.GREENING, Bureau.TRAFFIC_POLICE),
                    of(City.HUANGSHAN, Bureau.HOUSING, Bureau.TRANSPORT, Bureau.FORESTRY, Bureau.DEVELOPMENT))
            .flatMap(offices -> offices)
            .toList();

    private static Stream<Office> of(City city, Bureau... bureaus) {
        return Stream.of(bureaus).map(bureau -> new Office(city, bureau));
    }

    String id() {
        return bureau.word() + "." + city.word();
    }

    String zh() {
        return city.zh() + bureau.zh();
    }

    int port() {
        return city.port() + bureau.place();
    }
}
