package org.dianqiao.sandbox;

import java.util.Locale;

/** A city whose departments are played: its name, its division code, the port before those of its departments. */
enum City {
    ZHENGZHOU("郑州市", "410100", 9110),
    JINAN("济南市", "370100", 9120),
    HUANGSHAN("黄山市", "341000", 9130);

    private final String zh;
    private final String region;
    private final int port;

    City(String zh, String region, int port) {
        this.zh = zh;
        this.region = region;
        this.port = port;
    }

    String zh() {
        return zh;
    }

    String region() {
        return region;
    }

    int port() {
        return port;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
