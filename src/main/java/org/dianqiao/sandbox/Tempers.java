package org.dianqiao.sandbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which department is of which temper, in words: `greening.zhengzhou=supplements`. */
public final class Tempers {

    private static final List<String> DEPARTMENTS =
            Office.ALL.stream().map(Office::id).toList();

    private Tempers() {}

    /** One word for each department that is not prompt. An IllegalArgumentException says what cannot be understood. */
    public static Map<String, Temper> of(Collection<String> words) {
        Map<String, Temper> tempers = new HashMap<>();
        for (String word : words) {
            String[] halves = word.strip().split("=", 2);
            if (halves.length < 2) {
                throw new IllegalArgumentException("`" + word + "` is not like greening.zhengzhou=supplements");
            }
            if (tempers.put(department(halves[0]), Temper.of(halves[1])) != null) {
                throw new IllegalArgumentException(halves[0] + " is given two tempers");
            }
        }
        return Map.copyOf(tempers);
    }

    private static String department(String id) {
        if (!DEPARTMENTS.contains(id)) {
            throw new IllegalArgumentException(
                    "the sandbox has no department `" + id + "`; it has " + String.join(", ", DEPARTMENTS));
        }
        return id;
    }
}
