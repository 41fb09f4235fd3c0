package org.dianqiao.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.sandbox.Newcomers;

/** Slips of an operator's pen in packs, calendars and code tables, and what the gateway says of each. */
enum Mistake {
    A_BOUND_IN_WORDS(
            "policies/henan.yaml",
            "voltageKv: { max: 1 }\n      capacityKw: { max: 160 }",
            "voltageKv: { max: one }\n      capacityKw: { max: 160 }",
            "HEN19-P2: `max`: string found, number expected"),
    TWO_RULES_FOR_THE_SAME_WORKS(
            "policies/henan.yaml",
            "- id: HEN20-P1\n    path: parallel\n    when: { voltageKv: { over: 10 }, affectsTraffic: true }",
            "- id: HEN20-P1\n    path: parallel\n    when: { voltageKv: { over: 10 } }",
            "HEN20-P1: some works would meet this rule and also HEN20-P1 of line "),
    A_TEXT_THAT_NOBODY_NAMED(
            "policies/huangshan.yaml",
            "cite: { text: plan, clause: 一、二（二）5、任务11 }",
            "cite: { text: paln, clause: 一、二（二）5、任务11 }",
            "HSH-P4: `paln` is not one of the `texts`"),
    A_HOLIDAY_THAT_ENDS_BEFORE_IT_BEGINS(
            "calendars/2026.yaml",
            "off: 2026-06-19..2026-06-21",
            "off: 2026-06-21..2026-06-19",
            "2026-06-19 is before 2026-06-21"),
    ANOTHER_YEAR_THAN_THE_FILES_NAME(
            "calendars/2026.yaml", "year: 2026", "year: 2027", "`year` must be the year of the file's name: 2026"),
    A_STATUS_THAT_IS_NONE("codes/case-status.csv", "3,已受理", "33,已受理", "`33`: a number from 1 to 15 is expected"),
    A_CODE_TWICE("codes/divisions.csv", "100000,全国", "000000, 全国", "`000000` stands here twice");

    private final String file;
    private final String right;
    private final String wrong;
    private final String reason;

    Mistake(String file, String right, String wrong, String reason) {
        this.file = file;
        this.right = right;
        this.wrong = wrong;
        this.reason = reason;
    }

    Path file(Path home) {
        return home.resolve("mappings").resolve(file);
    }

    void slipInto(Path home) throws IOException {
        String text = Files.readString(file(home));
        if (!text.contains(right)) {
            throw new IllegalStateException(file + " no longer says " + right);
        }
        Newcomers.put(file(home), text.replace(right, wrong));
    }

    /** File, line, rule and reason. */
    String told(Path home) throws IOException {
        String text = Files.readString(file(home));
        long line = 1
                + text.substring(0, text.indexOf(wrong))
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        return file(home) + ":" + line + ": " + reason;
    }
}
