package org.dianqiao.web.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.Decisions;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Wording;
import org.springframework.stereotype.Component;

/** Answers what people ask in the form as a message would be answered: refused with all its faults, or decided. */
@Component
class Enquiries {

    private final Watched<Policies> policies;
    private final Watched<Calendars> calendars;
    private final Watched<CodeTables> tables;
    private final Contracts contracts;
    private final Clock clock;

    Enquiries(
            Watched<Policies> policies,
            Watched<Calendars> calendars,
            Watched<CodeTables> tables,
            Contracts contracts,
            Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.tables = tables;
        this.contracts = contracts;
        this.clock = clock;
    }

    LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    /** Of whatever pack speaks for the division that was entered. */
    Enquiry ofDivision(Entered entered) {
        Form form = form(entered, code(entered.text("region")), today());
        return answer(form, day -> policies.current().of(form.region(), day));
    }

    /** Of one version of a pack, whether it is in force or not. */
    Enquiry of(Book book, Entered entered) {
        LocalDate from = book.pack().inForce();
        LocalDate usually = from.isAfter(today()) ? from : today();
        return answer(form(entered, book.pack().regions().get(0).text(), usually), day -> Optional.of(book));
    }

    private Form form(Entered entered, String region, LocalDate usually) {
        Topic topic = Topic.named(entered.text("ask"));
        String on = entered.text("on").isEmpty() ? usually.toString() : entered.text("on");
        Doubts doubts = entered.any(topic.facts())
                ? Doubts.about(region, on, entered.works(topic.facts()), contracts)
                : Doubts.NONE;
        return new Form(topic, region, place(region), divisions(), on, entered, doubts);
    }

    private Enquiry answer(Form form, Function<LocalDate, Optional<Book>> books) {
        if (!form.asked() || form.impossible()) {
            return new Enquiry(form, null, null);
        }
        Optional<Book> book = books.apply(form.day());
        return form.topic() == Topic.PATH
                ? new Enquiry(form, book.map(each -> decide(each, form)).orElse(null), null)
                : new Enquiry(
                        form,
                        null,
                        book.map(each -> Owed.by(each, form.facts(), form.day()))
                                .orElse(null));
    }

    private Decision decide(Book book, Form form) {
        return Decisions.decide(
                book, form.facts(), form.day(), calendars.current().of(form.region()));
    }

    /** Who writes 济南市 means its code. */
    private String code(String region) {
        return tables.current().divisions().named(region).map(Region::text).orElse(region);
    }

    private List<Form.Division> divisions() {
        return tables.current().divisions().all().stream()
                .map(row -> new Form.Division(row.code(), new Wording(row.zh(), row.en())))
                .toList();
    }

    private Wording place(String region) {
        if (Region.check(region).isWrong()) {
            return new Wording("", "");
        }
        Divisions divisions = tables.current().divisions();
        return new Wording(divisions.zh(Region.of(region)), divisions.en(Region.of(region)));
    }
}
