package org.dianqiao.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.AttestedStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases. What is done with one happens while it is held, and everything that happens is written to its timeline. */
@Component
public class Cases {

    private final CaseStore files;
    private final Sisters sisters;
    private final CaseNumbers numbers;
    private final OpeningStore openings;
    private final EventStore events;
    private final Deadlines deadlines;
    private final AttestedStore attested;
    private final Clock clock;

    Cases(
            CaseStore files,
            Sisters sisters,
            CaseNumbers numbers,
            OpeningStore openings,
            EventStore events,
            Deadlines deadlines,
            AttestedStore attested,
            Clock clock) {
        this.files = files;
        this.sisters = sisters;
        this.numbers = numbers;
        this.openings = openings;
        this.events = events;
        this.deadlines = deadlines;
        this.attested = attested;
        this.clock = clock;
    }

    /** A case that is not kept yet, under a number of its own. `thread`: what its messages bear; else its own number. */
    public Casefile begin(
            Kind kind,
            String keeper,
            String number,
            String regionCode,
            @Nullable String utility,
            @Nullable String thread,
            @Nullable String partOf,
            String state,
            Instant now,
            ObjectNode told) {
        String caseNo = numbers.next(kind, regionCode, now);
        return new Casefile(
                caseNo,
                kind,
                keeper,
                number,
                regionCode,
                utility,
                thread == null ? caseNo : thread,
                partOf,
                state,
                true,
                now,
                told,
                null);
    }

    /** One that the gateway keeps itself: its own number is the only one that it has. */
    public Casefile begin(Kind kind, String regionCode, @Nullable String thread, String state, Instant now) {
        String caseNo = numbers.next(kind, regionCode, now);
        return new Casefile(
                caseNo,
                kind,
                Event.OURS,
                caseNo,
                regionCode,
                null,
                thread == null ? caseNo : thread,
                null,
                state,
                true,
                now,
                Event.nothingMore(),
                null);
    }

    /** With what has happened in it, and what is owed. False: its keeper has a case of this number already. */
    public boolean open(Casefile file, List<Event> happened, List<Deadline> owed) {
        return openings.open(file, happened, deadlines.reckoned(file, owed), deadlines.edition());
    }

    public void save(Casefile file) {
        files.save(file, clock.instant());
    }

    /** A utility takes over a case that had none; its number stands among those of the utility now. */
    public Casefile entrust(Casefile file, String utility) {
        files.entrust(file.caseNo(), utility);
        return file.keptBy(utility);
    }

    /** It turned out where it lies, and who connects there. */
    public Casefile settle(Casefile file, String regionCode, @Nullable String utility) {
        files.settle(file.caseNo(), regionCode, utility);
        return file.lying(regionCode, utility);
    }

    public Optional<Casefile> hold(String caseNo) {
        return files.hold(caseNo);
    }

    public Optional<Casefile> hold(Kind kind, String keeper, String number) {
        return files.hold(kind, keeper, number);
    }

    /** One that another partner keeps, about a customer of this utility; none where several are called so. */
    public Optional<Casefile> holdOfUtility(Kind kind, String utility, String number) {
        return files.holdOfUtility(kind, utility, number);
    }

    public Optional<Casefile> find(String caseNo) {
        return files.find(caseNo);
    }

    /** Of every keeper who has a case of this number. */
    public List<Casefile> called(Kind kind, String number) {
        return files.called(kind, number);
    }

    /** What hangs on an application that this utility keeps. */
    public List<Casefile> partOf(String number, String utility) {
        return files.partOf(number, utility, sisters.of(utility));
    }

    /** On which a case hangs: the application that has it among its parts. */
    public Optional<Casefile> application(Casefile part) {
        if (part.partOf() == null) {
            return Optional.empty();
        }
        String utility = Objects.requireNonNullElse(part.utility(), part.keeper());
        List<Casefile> called = files.called(Kind.SUPPLY, part.partOf());
        return called.stream()
                .filter(file -> file.keeper().equals(utility))
                .findFirst()
                .or(() -> keptBySisters(called, sisters.of(utility), part.regionCode()));
    }

    private static Optional<Casefile> keptBySisters(List<Casefile> called, List<String> sisters, String region) {
        List<Casefile> theirs =
                called.stream().filter(file -> sisters.contains(file.keeper())).toList();
        return theirs.stream()
                .filter(file -> theirs.size() == 1 && file.regionCode().equals(region))
                .findFirst();
    }

    public void note(Casefile file, Event... happened) {
        note(file, List.of(happened));
    }

    public void note(Casefile file, List<Event> happened) {
        events.add(file.caseNo(), happened);
    }

    /** Oldest first. */
    public List<Event> timeline(String caseNo) {
        return events.of(caseNo);
    }

    /** Which of these rest on what the gateway wrote down, by their entries. */
    public Map<String, Attestation> attested(List<Event> timeline) {
        return attested.of(timeline.stream()
                .map(Event::entry)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
