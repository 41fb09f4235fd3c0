package org.dianqiao.web.guide;

import java.util.List;
import java.util.Locale;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Wording;

/**
 * One fact in the form.
 *
 * @param entered what stands in it
 * @param faults what is wrong with that
 */
public record Field(Fact fact, List<String> entered, List<Wording> faults) {

    public String name() {
        return fact.written();
    }

    public String kind() {
        return fact.kind().name().toLowerCase(Locale.ROOT);
    }

    public String value() {
        return entered.isEmpty() ? "" : entered.get(0);
    }

    public boolean has(String word) {
        return entered.contains(word);
    }
}
