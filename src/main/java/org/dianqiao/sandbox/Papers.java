package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;

/** The papers that go with a filing: each is a part named after its type. */
record Papers(String filingNo, List<String> types) {

    private static final Map<String, String> NAMES =
            Map.of("construction-plan", "施工方案", "traffic-plan", "交通疏解方案", "commitment-letter", "承诺书");

    ArrayNode documents() {
        ArrayNode documents = Json.object().putArray("documents");
        types.forEach(type -> documents
                .addObject()
                .put("type", type)
                .put("name", NAMES.getOrDefault(type, type))
                .put("part", type));
        return documents;
    }

    List<Part> parts() {
        return types.stream()
                .map(type -> Sheet.of("Filing " + filingNo, type).part(type))
                .toList();
    }
}
