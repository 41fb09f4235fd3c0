package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Json;

/** Who lives, which enterprises there are, who owns what: under the names that the ministries give their fields. */
final class Registers {

    private static final String SAME = "1";
    private static final String DIFFERENT = "0";
    private static final String UNKNOWN = "2";
    private static final String ALIKE = "96.52";
    private static final String NOT_ALIKE = "31.08";

    private final List<ObjectNode> people = read("people.json");
    private final List<ObjectNode> enterprises = read("enterprises.json");
    private final List<ObjectNode> units = read("units.json");
    private final Faults faults;

    Registers(Faults faults) {
        this.faults = faults;
    }

    /** 人口基准核查: whether this name belongs to this number. */
    ObjectNode population(JsonNode asked) {
        String name = required(asked, "xm");
        String number = required(asked, "gmsfhm");
        List<ObjectNode> found = some(people, person -> is(person, "gmsfhm", number));
        return verdict(found, "gmsfhm", number, person -> is(person, "xm", name));
    }

    /** 人像比对: whether the face that was shown is that of this number. */
    ObjectNode face(JsonNode asked) {
        String token = required(asked, "rxpz");
        String number = required(asked, "gmsfhm");
        List<ObjectNode> found = some(people, person -> is(person, "gmsfhm", number));
        ObjectNode verdict = verdict(found, "gmsfhm", number, person -> is(person, "rxpz", token));
        String result = verdict.path("ppjg").asText();
        return result.equals(UNKNOWN) ? verdict : verdict.put("xsd", result.equals(SAME) ? ALIKE : NOT_ALIKE);
    }

    /** 企业基本信息查询: what is registered under this code. */
    ObjectNode enterprise(JsonNode asked) {
        String code = required(asked, "uniscid");
        return list(some(enterprises, each -> is(each, "uniscid", code)), enterprises, "uniscid");
    }

    /** 企业基本信息验证: whether this name belongs to this code. */
    ObjectNode enterpriseNamed(JsonNode asked) {
        String code = required(asked, "uniscid");
        String name = required(asked, "entname");
        List<ObjectNode> found = some(enterprises, each -> is(each, "uniscid", code));
        return verdict(found, "uniscid", code, each -> is(each, "entname", name));
    }

    /** 不动产登记信息查询: by unit, by certificate, or by owner. */
    ObjectNode property(JsonNode asked) {
        String unit = asked.path("bdcdyh").asText();
        String certificate = asked.path("bdcqzh").asText();
        if (!unit.isBlank() || !certificate.isBlank()) {
            return property(each -> is(each, "bdcdyh", unit) || is(each, "bdcqzh", certificate));
        }
        String owner = required(asked, "qlrzjh");
        return property(each -> isOwnedBy(each, owner));
    }

    private ObjectNode property(Predicate<ObjectNode> wanted) {
        return list(some(units, wanted), units, "bdcdyh");
    }

    List<ObjectNode> people() {
        return people;
    }

    List<ObjectNode> enterprises() {
        return enterprises;
    }

    List<ObjectNode> units() {
        return units;
    }

    private ObjectNode verdict(List<ObjectNode> found, String key, String asked, Predicate<ObjectNode> right) {
        boolean same = found.stream().anyMatch(right) != faults.has(Fault.SWAPPED);
        String result = same ? SAME : DIFFERENT;
        return Json.object().put(key, checked(asked)).put("ppjg", found.isEmpty() ? UNKNOWN : result);
    }

    /** When answers are swapped, each is the one that comes after it. */
    private ObjectNode list(List<ObjectNode> found, List<ObjectNode> all, String key) {
        ArrayNode records = Json.array();
        for (ObjectNode each : found) {
            int place = all.indexOf(each) + (faults.has(Fault.SWAPPED) ? 1 : 0);
            ObjectNode told = all.get(place % all.size()).deepCopy();
            records.add(told.put(key, checked(told.path(key).asText())));
        }
        ObjectNode data = Json.object().put("total", String.valueOf(found.size()));
        data.set("records", records);
        return data;
    }

    private String checked(String code) {
        char last = code.charAt(code.length() - 1);
        return faults.has(Fault.WRONG_CHECK) ? code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7') : code;
    }

    private static boolean isOwnedBy(ObjectNode unit, String number) {
        return StreamSupport.stream(unit.path("qlr").spliterator(), false)
                .anyMatch(owner -> owner.path("qlrzjh").asText().equals(number));
    }

    private static List<ObjectNode> some(List<ObjectNode> all, Predicate<ObjectNode> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static boolean is(ObjectNode record, String field, String value) {
        return record.path(field).asText().equals(value);
    }

    private static String required(JsonNode asked, String field) {
        String value = asked.path(field).asText();
        if (value.isBlank()) {
            throw Denied.behindIt(Denied.FIELD_MISSING, "缺少参数 " + field);
        }
        return value;
    }

    private static List<ObjectNode> read(String name) {
        List<ObjectNode> records = new ArrayList<>();
        Json.resource(Registers.class, name).forEach(record -> records.add((ObjectNode) record));
        return List.copyOf(records);
    }
}
