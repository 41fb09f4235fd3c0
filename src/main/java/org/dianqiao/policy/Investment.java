package org.dianqiao.policy;

import java.util.Locale;

/** Who is what, and how far the utility pays 用户分类和投资界面. */
public record Investment(Question question, Wording answer) implements Outcome {

    /** What is asked of a customer. */
    public enum Question {
        CLASS,
        CONNECTION,
        BOUNDARY,
        OUTSIDE_PLAN;

        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String about() {
        return question.written();
    }
}
