package org.dianqiao.web.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianqiao.calendar.Unit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.dianqiao.casework.Status;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Term;
import org.dianqiao.web.console.PageWording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** How the pages of cases say things. */
@Component("caseWording")
public class CaseWording {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(OFFICE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(OFFICE);
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final MessageSource messages;
    private final PageWording wording;
    private final Watched<CodeTables> tables;
    private final Watched<Policies> policies;
    private final Clock clock;

    CaseWording(
            MessageSource messages,
            PageWording wording,
            Watched<CodeTables> tables,
            Watched<Policies> policies,
            Clock clock) {
        this.messages = messages;
        this.wording = wording;
        this.tables = tables;
        this.policies = policies;
        this.clock = clock;
    }

    public String kind(Kind kind) {
        return wording.chinese() ? kind.zh() : kind.en();
    }

    /** A supply case is in a stage, once one was told of. One that we have no word for is shown as it is. */
    public String state(Kind kind, String state) {
        if (kind == Kind.SUPPLY && Stage.named(state).isPresent()) {
            return StringUtils.capitalize(stage(state));
        }
        return word((kind == Kind.LEAD ? "lead.state." : "case.state.") + state, state);
    }

    public String stage(String stage) {
        return Stage.named(stage)
                .map(known -> known.title().in(wording.chinese()))
                .orElse(stage);
    }

    /** By what a period is given; a rule of a text is called by its number. */
    public String rule(String rule) {
        return word("case.rule." + rule, rule);
    }

    public String status(Status status) {
        return wording.chinese() ? status.zh() : status.en();
    }

    public String who(String partner) {
        return partner.equals(Event.OURS) ? say("case.gateway") : wording.partner(partner);
    }

    /** `河南省郑州市金水区`; the code where nobody knows it. */
    public String division(String code) {
        return named(code, path(code));
    }

    /** `郑州市金水区`: who looks at a list knows the province. */
    public String place(String code) {
        List<String> path = path(code);
        return named(code, path.subList(Math.max(0, path.size() - 2), path.size()));
    }

    /** `金水区`: for a map, where there is room for no more. */
    public String district(String code) {
        List<String> path = path(code);
        return named(code, path.subList(Math.max(0, path.size() - 1), path.size()));
    }

    /** Of a division that is in no table the last name is what it lies in: its code tells it from others there. */
    private List<String> path(String code) {
        Divisions divisions = tables.current().divisions();
        List<String> names = new ArrayList<>();
        divisions.path(Region.of(code)).forEach(row -> names.add(chinese() ? row.zh() : row.en()));
        if (!names.isEmpty() && divisions.find(Region.of(code)).isEmpty()) {
            names.add(names.remove(names.size() - 1) + " " + code);
        }
        return names;
    }

    private String named(String code, List<String> path) {
        return path.isEmpty() ? code : String.join(chinese() ? "" : ", ", path);
    }

    /** `剩 3 个工作日，11 月 27 日到期`. */
    public String left(Countdown countdown) {
        Integer left = countdown.left();
        Instant end = countdown.end();
        String span = left == null ? "" : span(countdown, Math.abs(left));
        String until = countdown.ofDays() || end == null ? day(countdown.day()) : time(end) + (chinese() ? " " : "");
        return say("case.left." + way(countdown), span, until);
    }

    /** Without its calendar a period has no last day, or nobody knows how many days lie between. */
    private static String way(Countdown countdown) {
        String word = countdown.state().word();
        Integer left = countdown.left();
        boolean counted = left != null;
        return switch (countdown.state()) {
            case RUNNING -> left == null ? "unknown" : left == 0 ? "today" : word;
            case STOPPED -> counted ? word : "unknown";
            case OVER -> counted ? word : "over.uncounted";
            case MET -> countdown.end() == null ? "met.undated" : word;
            case MET_LATE -> countdown.end() == null ? "met-late.undated" : counted ? word : "met-late.uncounted";
            case DONE, UNKNOWN -> word;
        };
    }

    private String span(Countdown countdown, int number) {
        if (countdown.ofDays()) {
            return say(countdown.deadline().limit().unit() == Unit.WD ? "case.span.wd" : "case.span.nd", number);
        }
        return number < MINUTES_OF_AN_HOUR
                ? say("case.span.minutes", number)
                : say("case.span.hours", number / MINUTES_OF_AN_HOUR, number % MINUTES_OF_AN_HOUR);
    }

    /** `11 月 27 日`, with the year where it is another. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        boolean thisYear = day.getYear() == WorkingDays.dayOf(clock.instant()).getYear();
        return format(thisYear ? "case.day" : "case.day.year").format(day);
    }

    /** To the minute. */
    public String time(Instant at) {
        return day(WorkingDays.dayOf(at)) + " " + MINUTE.format(at);
    }

    /** To the second. */
    public String moment(Instant at) {
        return day(WorkingDays.dayOf(at)) + " " + SECOND.format(at);
    }

    /** As the texts call them that were in force when the case was opened. */
    PaperNames papers(Casefile file) {
        return new PaperNames(policies.current().of(file.regionCode(), WorkingDays.dayOf(file.openedAt())).stream()
                .flatMap(book -> book.pack().documents().stream())
                .collect(Collectors.toMap(Term::code, paper -> paper.name().in(chinese()))));
    }

    /** What a code means, or what else is given. */
    String word(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale()));
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    /** Nothing where there are no words for it. */
    Optional<String> find(String key, Object... values) {
        return Optional.ofNullable(messages.getMessage(key, values, null, locale()));
    }

    /** One after the other. */
    public String all(List<String> each) {
        return wording.list(each);
    }

    boolean chinese() {
        return wording.chinese();
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(say(key), locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
