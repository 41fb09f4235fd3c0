package org.dianqiao.permit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.Plots;

/** Works, and the questions which path they take. */
final class Works {

    static final String ZHENGZHOU = Plots.ZHENGZHOU;
    static final String HUANGSHAN = "341002";

    static final ObjectMapper JSON = new ObjectMapper();

    private Works() {}

    /** The line to the plot of the story: 260 m, along a road and through its greenery. */
    static ObjectNode toThePlot() {
        return of("""
            {"voltageKv": 10, "capacityKw": 800, "customerClass": "hv", "lineLengthM": 260,
             "crossings": ["urban-road", "greenery"], "threeZero": false, "interestedParties": false,
             "affectsTraffic": false}
            """);
    }

    /** The line to the small bakery in Jinan: 80 m, along a road and through greenery, at the utility's cost. */
    static ObjectNode toTheBakery() {
        return of("""
                {"voltageKv": 0.4, "capacityKw": 60, "customerClass": "small-micro", "lineLengthM": 80,
                 "crossings": ["urban-road", "greenery"], "threeZero": true, "interestedParties": false,
                 "affectsTraffic": false, "meetsLocalCommitmentConditions": true}
                """);
    }

    static ObjectNode of(String json) {
        return (ObjectNode) json(json);
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode asked(String region, String on, ObjectNode works) {
        return asked(region, works).put("on", on);
    }

    static ObjectNode asked(String region, ObjectNode works) {
        return Plots.object().put("regionCode", region).set("works", works);
    }
}
