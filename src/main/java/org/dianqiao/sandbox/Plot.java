package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plot in Zhengzhou: its project code, its owner, where it lies, what brings power to its building site. */
final class Plot {

    static final String PROJECT = "2609-410105-04-01-123459";
    static final String REGION = "410105";
    static final int CAPACITY_KW = 800;

    private Plot() {}

    static ObjectNode owner() {
        return Json.object()
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N")
                .put("phone", "13700000371");
    }

    static ObjectNode site() {
        return Json.object()
                .put("regionCode", REGION)
                .put("address", "河南省郑州市金水区杨金路与鸿宝路交叉口东北角")
                .put("lon", 113.7316)
                .put("lat", 34.8325);
    }

    /** 施工用电, for the time of building: a line along the road and through its greenery. */
    static ObjectNode works() {
        ObjectNode works = Json.object()
                .put("voltageKv", 10)
                .put("capacityKw", CAPACITY_KW)
                .put("customerClass", "hv")
                .put("lineLengthM", 260)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false);
        works.putArray("crossings").add("urban-road").add("greenery");
        return works;
    }
}
