package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a value stands in a tree. Equal small numbers are one object: where there are several, no place is told. */
final class Pointers {

    private final JsonNode wanted;
    private final List<String> found = new ArrayList<>();

    private Pointers(JsonNode wanted) {
        this.wanted = wanted;
    }

    /** Empty where it stands nowhere, or in two places. */
    static String of(JsonNode value, JsonNode tree) {
        Pointers pointers = new Pointers(value);
        pointers.look(tree, "");
        return pointers.found.size() == 1 ? pointers.found.get(0) : "";
    }

    @SuppressWarnings("ReferenceEquality")
    private void look(JsonNode node, String pointer) {
        if (node == wanted) {
            found.add(pointer);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            look(
                    member.getValue(),
                    pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(node.get(i), pointer + "/" + i);
        }
    }
}
