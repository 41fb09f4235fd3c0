package org.dianqiao.documents;

import java.util.Locale;

/** What a register's answer means for a paper. */
enum Verdict {
    /** It proves what the paper would prove. */
    OBTAINED,
    NOT_FOUND,
    /** What stands there is not what was said: another name, another face, another certificate. */
    DIFFERS,
    /** There is no picture to compare the face with. */
    NOT_COMPARED,
    /** It belongs to somebody else. */
    NOT_THEIRS,
    NOT_VALID,
    /** No register answered, or not in time. */
    NO_ANSWER;

    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
