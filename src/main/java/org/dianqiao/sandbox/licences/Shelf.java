package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianqiao.sandbox.licences.Licence.Party;
import org.dianqiao.sandbox.outside.Json;

/** The licences of the story: the developer's, its legal representative's, the bakery's, the tea maker's, the flat's. */
final class Shelf {

    private static final String ROOT = "1.2.156.3005.2.";

    private final LocalDate today;

    private Shelf(LocalDate today) {
        this.today = today;
    }

    static List<Licence> on(LocalDate today) {
        Shelf shelf = new Shelf(today);
        List<Licence> licences = new ArrayList<>();
        Json.resource(Shelf.class, "licences.json").forEach(written -> licences.add(shelf.licence(written)));
        return licences;
    }

    private Licence licence(JsonNode written) {
        Kind kind = Kind.valueOf(written.path("kind").asText());
        Map<String, String> face = new LinkedHashMap<>();
        written.path("face")
                .properties()
                .forEach(each -> face.put(each.getKey(), each.getValue().asText()));
        LocalDate issued = LocalDate.parse(written.path("issued").asText());
        return new Licence(
                ROOT + kind.code() + "." + written.path("tail").asText(),
                kind,
                written.path("number").asText(),
                party(written.path("holder").asText()),
                party(written.path("issuer").asText()),
                issued,
                written.has("from") ? day(written.path("from").asText()) : issued,
                written.has("until") ? day(written.path("until").asText()) : null,
                written.has("withdrawn")
                        ? Standing.valueOf(written.path("withdrawn").asText())
                        : null,
                face,
                written.path("big").asBoolean());
    }

    /** What is not valid yet stays so, whenever the story is told. */
    private LocalDate day(String text) {
        return text.equals("next-month") ? today.plusMonths(1).withDayOfMonth(1) : LocalDate.parse(text);
    }

    private static Party party(String text) {
        String[] halves = text.split(" ", 2);
        return new Party(halves[0], halves[1]);
    }
}
