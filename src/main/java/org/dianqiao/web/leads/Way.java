package org.dianqiao.web.leads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.lead.Origin;
import org.dianqiao.lead.Seen;
import org.dianqiao.web.cases.Folder;
import org.dianqiao.web.cases.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * The way of one lead 线索的经过.
 *
 * @param folder its case: the timeline with the entry that proves each step, and what is owed
 * @param words as lead.lookup has them, masked or not, as the page is
 */
public record Way(Seen lead, Folder folder, JsonNode words, List<Labelled> facts, boolean personal, boolean open) {

    private static final int STAGES = 4;

    /** One of the four stages of a project's approval 审批阶段, and its last milestone. */
    public record Stage(int number, JsonNode last) {

        public String state() {
            String status = last.path("status").asText("");
            if (status.isEmpty()) {
                return "ahead";
            }
            return Status.of(status).passed() ? "done" : Status.of(status).ends() ? "failed" : "here";
        }

        public String item() {
            return last.path("item").asText();
        }

        public @Nullable Attestation attested() {
            return Attestation.in(last);
        }
    }

    /** Of words by which the lead was told of, that the gateway wrote down. */
    public record Source(Origin origin, Attestation attested) {}

    public List<Source> attested() {
        return StreamSupport.stream(words.path(Attestation.MEMBER).spliterator(), false)
                .flatMap(each -> Stream.ofNullable(Attestation.of(each))
                        .map(attested ->
                                new Source(Origin.named(each.path("origin").asText()), attested)))
                .toList();
    }

    public List<Stage> stages() {
        return IntStream.rangeClosed(1, STAGES)
                .mapToObj(number -> new Stage(number, last(number)))
                .toList();
    }

    public boolean hasMilestones() {
        return !words.path("milestones").isEmpty();
    }

    private JsonNode last(int stage) {
        return StreamSupport.stream(words.path("milestones").spliterator(), false)
                .filter(each -> each.path("stage").asInt() == stage)
                .reduce((earlier, later) -> later)
                .orElseGet(MissingNode::getInstance);
    }
}
