package org.dianqiao.sandbox;

import java.util.List;

/** A province's utility: its name, its port, the letters that its numbers begin with. */
record Utility(String id, String zh, int port, String letters) {

    static final Utility HENAN = new Utility(Grid.ID, "国网河南", 9101, "HNZZ");
    static final Utility SHANDONG = new Utility("grid.shandong", "国网山东", 9141, "SDJN");
    static final Utility ANHUI = new Utility("grid.anhui", "国网安徽", 9142, "AHHS");
    static final List<Utility> ALL = List.of(HENAN, SHANDONG, ANHUI);
}
