package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Attestation;
import org.jspecify.annotations.Nullable;

/**
 * What one department does in a case 部门事项, and where it is.
 *
 * @param status nothing while the department has not answered yet
 * @param papersAsked what it waits for 须补正
 * @param countdown of its period; nothing where it has none
 * @param attested where the gateway wrote down what the department said last
 */
public record TaskCard(
        String taskNo,
        String department,
        String item,
        String partner,
        @Nullable Status status,
        @Nullable String documentNo,
        @Nullable String licenceIdentifier,
        @Nullable String licenceNumber,
        @Nullable String opinion,
        List<String> papersAsked,
        @Nullable Countdown countdown,
        @Nullable Attestation attested) {

    private static final List<String> STEPS = List.of("received", "accepted", "under-way", "ended");

    /** One of the four steps 接件 → 受理 → 办理 → 办结: `done`, `here`, `failed` where it ended badly, or `ahead`. */
    public record Step(String word, String state) {}

    static TaskCard of(JsonNode task, @Nullable Countdown countdown, PaperNames papers, boolean chinese) {
        Status status =
                task.path("status").isTextual() ? Status.of(task.path("status").asText()) : null;
        return new TaskCard(
                task.path("taskNo").asText(),
                text(task, "name", "nameEn", chinese),
                text(task, "item", "itemEn", chinese),
                task.path("partner").asText(),
                status,
                task.path("documentNo").asText(null),
                task.path("licence").path("identifier").asText(null),
                task.path("licence").path("number").asText(null),
                task.path("opinion").asText(null),
                status == Status.PAPERS_ASKED ? papers.of(task.path("documentsAsked")) : List.of(),
                countdown,
                Attestation.in(task));
    }

    private static String text(JsonNode task, String zh, String en, boolean chinese) {
        String inChinese = task.path(zh).asText();
        return chinese ? inChinese : task.path(en).asText(inChinese);
    }

    public List<Step> steps() {
        int reached = reached();
        boolean over = status != null && status.ends();
        String last = hasFailed() ? "failed" : over ? "done" : "here";
        return IntStream.rangeClosed(1, STEPS.size())
                .mapToObj(step ->
                        new Step(STEPS.get(step - 1), step < reached ? "done" : step == reached ? last : "ahead"))
                .toList();
    }

    /** Ended, and without what was asked for. */
    public boolean hasFailed() {
        return status != null && status.ends() && !status.passed();
    }

    private int reached() {
        if (status == null) {
            return 0;
        }
        return switch (status) {
            case RECEIVED, PAPERS_ASKED, PAPERS_COMPLETE -> 1;
            case ACCEPTED, TAKEN_BACK, NOT_TAKEN, NOT_ACCEPTED -> 2;
            case UNDER_WAY, SPECIAL_BEGUN, SPECIAL_ENDED -> 3;
            case PASSED, PASSED_TOLERANT, NOT_PASSED, WITHDRAWN, REVOKED -> 4;
        };
    }
}
