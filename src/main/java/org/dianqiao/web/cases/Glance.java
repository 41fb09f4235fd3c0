package org.dianqiao.web.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.exchange.Attestation;
import org.jspecify.annotations.Nullable;

/**
 * What the public sees of a case: how far it is, and who owes what until when. No names, no addresses, no opinions, no
 * documents: what is not in here cannot get onto the page.
 */
public record Glance(
        Kind kind,
        String state,
        boolean open,
        Instant openedAt,
        List<Task> tasks,
        List<Countdown> periods,
        List<Moment> moments) {

    /** What is between the offices and their supervisors is none of the public's. */
    private static final Set<String> INTERNAL = Set.of("warned", "demanded", "accepted-late", "off-system", "re-run");

    public Badge badge() {
        return Badge.of(state, open);
    }

    /** What one office does. */
    public record Task(
            String department,
            String item,
            @Nullable String status,
            List<TaskCard.Step> steps,
            @Nullable Countdown countdown) {}

    /** Something that happened. */
    public record Moment(
            Instant at, String sentence, @Nullable Attestation attested) {}

    static Glance of(Folder folder, CaseWording words) {
        return new Glance(
                folder.file().kind(),
                folder.file().state(),
                folder.file().open(),
                folder.file().openedAt(),
                folder.tasks().stream()
                        .map(task -> new Task(
                                task.department(), task.item(), status(task, words), task.steps(), task.countdown()))
                        .toList(),
                folder.periods(),
                folder.timeline().stream()
                        .filter(each -> !INTERNAL.contains(each.what()))
                        .map(each -> new Moment(each.at(), each.sentence(), each.attested()))
                        .distinct()
                        .toList());
    }

    private static @Nullable String status(TaskCard task, CaseWording words) {
        return task.status() == null ? null : words.status(task.status());
    }
}
