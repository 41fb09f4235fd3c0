package org.dianqiao.web.console;

import java.util.List;
import org.dianqiao.exchange.Hold;
import org.dianqiao.ledger.Entry;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one exchange.
 *
 * @param matters the cases that it is about
 * @param advice what to do, where it was refused
 * @param timeline what else was said in this case, the oldest first
 * @param holds the legal holds that rest on its case
 * @param erased whether its parts were erased because their time was over
 * @param open whether personal data stands in it unmasked
 */
public record Dossier(
        Entry entry,
        Row row,
        Statement message,
        @Nullable Statement answer,
        List<Matter> matters,
        @Nullable Wording advice,
        List<Row> timeline,
        Way way,
        List<Hold> holds,
        boolean erased,
        boolean open) {

    /** What is refused is not kept. */
    public boolean refused() {
        return row.incoming() && row.fate() == Fate.REFUSED;
    }

    public List<PartView> parts() {
        return message.parts();
    }
}
