package org.dianqiao.policy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the codes of a pack mean; what it does not say itself, the pack above it says. */
final class Terms {

    private final Map<String, Term> known = new HashMap<>();

    Terms(Place pack, Map<String, Term> inherited) {
        known.putAll(inherited);
        Place terms = pack.at("terms");
        terms.names().forEach(kind -> {
            Place of = terms.at(kind);
            of.names().forEach(code -> known.put(kind + "/" + code, new Term(code, of.wording(code))));
        });
    }

    Map<String, Term> known() {
        return known;
    }

    Term find(String kind, Place place) {
        String code = place.node().asText();
        Term term = known.get(kind + "/" + code);
        if (term == null) {
            place.fault("`" + code + "` is not one of the " + kind + " that `terms` names");
            return new Term(code, new Wording(code, code));
        }
        return term;
    }

    List<Term> all(String kind, Place rule, String name) {
        return rule.items(name).map(item -> find(kind, item)).toList();
    }

    List<Term> of(String kind) {
        return known.entrySet().stream()
                .filter(each -> each.getKey().startsWith(kind + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    Term named(String kind, String code, Place place) {
        return find(kind, new Place(place.file(), place.pointer(), TextNode.valueOf(code), place.faults()));
    }
}
