package org.dianqiao.web.guide;

import java.time.LocalDate;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Investment;
import org.dianqiao.policy.Links;
import org.dianqiao.policy.Papers;
import org.dianqiao.policy.Stages;

/** What the utility owes one customer: by when, in how many links, for which papers, and who pays how far. */
public record Owed(
        LocalDate day,
        Answers<Stages> stages,
        Answers<Links> links,
        Answers<Papers> papers,
        Answers<Investment> investment) {

    static Owed by(Book book, Facts facts, LocalDate day) {
        return new Owed(
                day,
                Answers.of(Stages.class, book, facts, day),
                Answers.of(Links.class, book, facts, day),
                Answers.of(Papers.class, book, facts, day),
                Answers.of(Investment.class, book, facts, day));
    }
}
