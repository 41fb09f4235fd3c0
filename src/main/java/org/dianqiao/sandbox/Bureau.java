package org.dianqiao.sandbox;

import java.util.Locale;

/** A kind of department 部门: its place among them, its name, what its documents are headed with. */
enum Bureau {
    PLANNING(1, "自然资源和规划局", "规许"),
    MUNICIPAL(2, "城市管理局（市政）", "市政许"),
    GREENING(3, "园林局", "园许"),
    TRAFFIC_POLICE(4, "公安局交警支队", "公交许"),
    ENERGY(5, "能源局", "能许"),
    HOUSING(6, "住房和城乡建设局", "建许"),
    TRANSPORT(7, "交通运输局", "交许"),
    FORESTRY(8, "林业局", "林许"),
    DEVELOPMENT(9, "发展和改革委员会", "发改许");

    /** Whoever defines a licence's type numbers it; these numbers above 900 no ministry has given. */
    private static final String DEFINED_BY = "11100000000013338W";

    private static final int TYPES = 900;

    private final int place;
    private final String zh;
    private final String heading;

    Bureau(int place, String zh, String heading) {
        this.place = place;
        this.zh = zh;
        this.heading = heading;
    }

    int place() {
        return place;
    }

    String zh() {
        return zh;
    }

    String heading() {
        return heading;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of the licences that it gives. */
    String licenceType() {
        return DEFINED_BY + (TYPES + place);
    }
}
