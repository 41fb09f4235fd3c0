package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Timings;
import org.dianqiao.codes.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the folder of a case together. */
@Component
public class Folders {

    private final Cases cases;
    private final Deadlines deadlines;
    private final Timings timings;
    private final BoardStore board;
    private final ProvenStore proven;
    private final Particulars particulars;
    private final Sentences sentences;
    private final KeptFindings findings;
    private final CaseWording words;
    private final Clock clock;

    Folders(
            Cases cases,
            Deadlines deadlines,
            Timings timings,
            BoardStore board,
            ProvenStore proven,
            Particulars particulars,
            Sentences sentences,
            KeptFindings findings,
            CaseWording words,
            Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.timings = timings;
        this.board = board;
        this.proven = proven;
        this.particulars = particulars;
        this.sentences = sentences;
        this.findings = findings;
        this.words = words;
        this.clock = clock;
    }

    public Optional<Folder> masked(String caseNo) {
        return cases.find(caseNo).map(file -> folder(file, false));
    }

    Optional<Folder> open(String caseNo) {
        return cases.find(caseNo).map(file -> folder(file, true));
    }

    private Folder folder(Casefile file, boolean open) {
        List<Event> events = cases.timeline(file.caseNo());
        JsonNode told = shown(file.told(), open);
        List<Countdown> countdowns = countdowns(file);
        PaperNames papers = words.papers(file);
        List<TaskCard> tasks = tasks(told, countdowns, papers);
        return new Folder(
                file,
                board.find(file.caseNo()).orElseThrow(),
                particulars.of(file.told(), told),
                tasks,
                countdowns.stream()
                        .filter(each -> tasks.stream().noneMatch(task -> task.taskNo()
                                .equals(each.deadline().about())))
                        .toList(),
                Ruling.of(told.path("decision")).orElse(null),
                timeline(events, meanings(file, events, subjects(tasks, countdowns), papers), open),
                findings.of(file, events),
                application(file),
                parts(file),
                told.at("/certificate/number").asText(null),
                isPersonal(file.told()) || events.stream().anyMatch(event -> isPersonal(event.told())),
                open);
    }

    /** Of what was taken back nobody owes anything, and nobody has done anything in time. */
    private List<Countdown> countdowns(Casefile file) {
        if (file.state().equals("withdrawn")) {
            return List.of();
        }
        WorkingDays days = timings.days(file.regionCode());
        return deadlines.of(file.caseNo()).stream()
                .map(each -> Countdown.of(each, days, clock.instant()))
                .toList();
    }

    private List<TaskCard> tasks(JsonNode told, List<Countdown> countdowns, PaperNames papers) {
        return StreamSupport.stream(told.path("tasks").spliterator(), false)
                .map(task ->
                        TaskCard.of(task, find(countdowns, task.path("taskNo").asText()), papers, words.chinese()))
                .toList();
    }

    private static @Nullable Countdown find(List<Countdown> countdowns, String about) {
        return countdowns.stream()
                .filter(each -> each.deadline().about().equals(about))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Sentences.Subject> subjects(List<TaskCard> tasks, List<Countdown> countdowns) {
        Map<String, Sentences.Subject> subjects = new HashMap<>();
        countdowns.forEach(each -> subjects.put(
                each.deadline().about(),
                new Sentences.Subject(each.deadline().title().in(words.chinese()), "")));
        tasks.forEach(task -> subjects.put(task.taskNo(), new Sentences.Subject(task.department(), task.item())));
        return subjects;
    }

    private Sentences.Meanings meanings(
            Casefile file, List<Event> events, Map<String, Sentences.Subject> subjects, PaperNames papers) {
        List<String> sent =
                events.stream().map(Event::sent).filter(Objects::nonNull).toList();
        return new Sentences.Meanings(
                subjects, papers, proven.entries(file.thread(), sent), cases.attested(events), file.erasedAt() != null);
    }

    private List<Happening> timeline(List<Event> events, Sentences.Meanings meanings, boolean open) {
        return IntStream.iterate(events.size(), no -> no > 0, no -> no - 1)
                .mapToObj(no -> happening(no, events.get(no - 1), meanings, open))
                .toList();
    }

    private Happening happening(int no, Event event, Sentences.Meanings meanings, boolean open) {
        return sentences.of(no, event, shown(event.told(), open), meanings);
    }

    private @Nullable Standing application(Casefile file) {
        return cases.application(file)
                .flatMap(each -> board.find(each.caseNo()))
                .orElse(null);
    }

    private List<Standing> parts(Casefile file) {
        return file.kind() == Kind.SUPPLY
                ? board.of(cases.partOf(file.number(), file.keeper()).stream()
                        .map(Casefile::caseNo)
                        .toList())
                : List.of();
    }

    private static JsonNode shown(JsonNode told, boolean open) {
        return open ? told : Masking.json(told);
    }

    private static boolean isPersonal(JsonNode told) {
        return !Masking.json(told).equals(told);
    }
}
