package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Missing;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Scrutiny;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.Step;
import org.dianqiao.policy.Term;
import org.springframework.stereotype.Component;

/** What is wrong with a filing beyond its form: nobody knows the division, a paper or a promise is missing, it cannot be. */
@Component
class FilingScrutiny implements Scrutiny {

    private final Previews previews;
    private final Watched<CodeTables> tables;
    private final Clock clock;

    FilingScrutiny(Previews previews, Watched<CodeTables> tables, Clock clock) {
        this.previews = previews;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public String service() {
        return "permit.filed";
    }

    @Override
    public List<Violation> faults(JsonNode payload, List<Part> parts) {
        List<Violation> faults = new ArrayList<>();
        Divisions divisions = tables.current().divisions();
        Missing.division(payload, "/regionCode", divisions).ifPresent(faults::add);
        Missing.division(payload, "/site/regionCode", divisions).ifPresent(faults::add);
        elsewhere(payload, faults);
        dates(payload, faults);
        faults.addAll(Impossibilities.of(payload, WorkingDays.dayOf(clock.instant())));
        faults.addAll(Missing.parts(payload, parts));
        if (isRegion(payload.path("regionCode").asText())) {
            undecidable(new Filing(payload), faults);
        }
        return faults;
    }

    private static void elsewhere(JsonNode payload, List<Violation> faults) {
        String filed = payload.path("regionCode").asText();
        String site = payload.at("/site/regionCode").asText();
        if (isRegion(filed) && isRegion(site) && !Region.of(filed).covers(site)) {
            faults.add(new Violation("/site/regionCode", "用电地点 " + site + " 不在申报的行政区划 " + filed + " 之内"));
        }
    }

    private static void dates(JsonNode payload, List<Violation> faults) {
        try {
            Filing filing = new Filing(payload);
            Optional<LocalDate> start = filing.day("plannedStart");
            Optional<LocalDate> finish = filing.day("plannedFinish");
            if (start.isPresent() && finish.isPresent() && finish.get().isBefore(start.get())) {
                faults.add(new Violation("/plannedFinish", "计划竣工日期早于计划开工日期"));
            }
        } catch (DateTimeException noDate) {
            // The contract says so, at its place.
        }
    }

    private void undecidable(Filing filing, List<Violation> faults) {
        Optional<Decision> decision = previews.today(filing);
        if (decision.isEmpty()) {
            faults.add(new Violation("/regionCode", "没有今天生效的策略包"));
            return;
        }
        decision.get()
                .missing()
                .forEach(fact -> faults.add(new Violation(
                        "/works/" + fact.written(), "缺少“" + fact.title().zh() + "”，不能判定审批路径")));
        Course.of(decision.get(), filing, previews.days(filing.region()))
                .ifPresent(course -> incomplete(course, filing, faults));
    }

    private static void incomplete(Course course, Filing filing, List<Violation> faults) {
        if (filing.takesTheOtherPath() && course.path() != Step.FILING) {
            faults.add(new Violation(
                    "/instead", "判定的审批路径是“" + course.path().title().zh() + "”，没有可以改走的路径"));
        }
        missing(course.papers(), filing.papers())
                .ifPresent(papers -> faults.add(new Violation("/documents", "缺少材料：" + papers)));
        missing(course.commitments(), Set.copyOf(filing.commitments()))
                .ifPresent(promises -> faults.add(new Violation("/commitments", "缺少承诺：" + promises)));
    }

    private static Optional<String> missing(List<Term> wanted, Set<String> given) {
        String missing = wanted.stream()
                .filter(term -> !given.contains(term.code()))
                .map(term -> term.code() + "（" + term.name().zh() + "）")
                .collect(Collectors.joining("、"));
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    private static boolean isRegion(String code) {
        return !Region.check(code).isWrong();
    }
}
