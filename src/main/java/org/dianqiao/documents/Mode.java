package org.dianqiao.documents;

import java.util.Locale;

/** What a customer has to bring. */
enum Mode {
    /** Nothing 免证. */
    NONE_NEEDED,
    /** What the list names and nobody could obtain 两证. */
    TWO_DOCUMENTS,
    /** What is missing may come after acceptance 容缺. */
    TOLERANT;

    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
