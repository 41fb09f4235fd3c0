package org.dianqiao.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where two documents begin to differ. */
final class Differing {

    private Differing() {}

    /** As a pointer; empty for the whole. */
    static String place(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!one.path(name).equals(other.path(name))) {
                    return "/" + name + place(one.path(name), other.path(name));
                }
            }
        }
        if (one.isArray() && other.isArray()) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                if (!one.path(i).equals(other.path(i))) {
                    return "/" + i + place(one.path(i), other.path(i));
                }
            }
        }
        return "";
    }
}
