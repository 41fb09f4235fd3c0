package org.dianqiao.casework;

import java.util.List;
import java.util.Locale;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something in a timeline that does not look like the truth 疑点. It accuses nobody: a supervisor looks at the case.
 *
 * @param about the stage, the task or the paper, where not the whole case
 * @param sentence why, without personal data
 * @param events the numbers in the timeline of the events that show it, the one that brought it out last
 */
public record Finding(Kind kind, @Nullable String about, Wording sentence, List<Integer> events) {

    /** What the texts forbid, and what a timeline can show of it. */
    public enum Kind {
        BACK_FILLED("后补流程", "filled in afterwards"),
        CLAIMED_BEFORE_RECEIVED("事后报送", "told long after"),
        RE_RUN("重走流程", "run again from the start"),
        OFF_SYSTEM("体外循环", "handled outside the system"),
        OUT_OF_ORDER("环节倒置", "out of order"),
        CLOCK_STOPPED_WITHOUT_REASON("无故停钟", "clock stopped without a reason"),
        BEYOND_THE_LIST("超清单要件", "papers beyond the list"),
        ACCEPTED_LATE("超期受理", "accepted late");

        private final Wording title;

        Kind(String zh, String en) {
            this.title = new Wording(zh, en);
        }

        public Wording title() {
            return title;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Finding {
        events = List.copyOf(events);
    }

    /** The event that brought it out. */
    public int shownBy() {
        return events.get(events.size() - 1);
    }
}
