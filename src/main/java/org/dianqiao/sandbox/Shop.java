package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A small enterprise that moves in somewhere and wants power: a low-voltage line, dug through an urban road. */
record Shop(Utility utility, String name, String idNo, String regionCode, String address, int capacityKw) {

    static final List<Shop> ALL = List.of(
            new Shop(Utility.SHANDONG, "济南市历下区泉城麦香烘焙坊", "92370102MA3MRX6K1B", "370102", "山东省济南市历下区泉城路180号", 100),
            new Shop(Utility.ANHUI, "黄山市徽韵茶业有限公司", "91341002MA8P7T4H6E", "341002", "安徽省黄山市屯溪区老街1号", 80));

    ObjectNode applicant() {
        return Json.object()
                .put("kind", "enterprise")
                .put("name", name)
                .put("idType", "001")
                .put("idNo", idNo);
    }

    ObjectNode site() {
        return Json.object().put("regionCode", regionCode).put("address", address);
    }

    ObjectNode works() {
        ObjectNode works = Json.object()
                .put("voltageKv", 0.38)
                .put("capacityKw", capacityKw)
                .put("customerClass", "small-micro")
                .put("lineLengthM", 90)
                .put("threeZero", true)
                .put("interestedParties", false)
                .put("affectsTraffic", false)
                .put("meetsLocalCommitmentConditions", true);
        works.putArray("crossings").add("urban-road");
        return works;
    }
}
