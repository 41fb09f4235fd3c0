package org.dianqiao.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How far an office is with something, in the national codes 办理状态, and which may follow which. */
public enum Status {
    RECEIVED("1", "已接件", "received"),
    TAKEN_BACK("2", "已撤件", "taken back"),
    ACCEPTED("3", "已受理", "accepted"),
    NOT_TAKEN("4", "不受理", "not taken"),
    NOT_ACCEPTED("5", "不予受理", "not accepted"),
    PAPERS_ASKED("6", "补正（开始）", "papers asked for"),
    PAPERS_COMPLETE("7", "补正（结束）", "papers complete"),
    UNDER_WAY("8", "部门开始办理", "under way"),
    SPECIAL_BEGUN("9", "特别程序（开始）", "special procedure begun"),
    SPECIAL_ENDED("10", "特别程序（结束）", "special procedure ended"),
    PASSED("11", "办结（通过）", "passed"),
    PASSED_TOLERANT("12", "办结（容缺通过）", "passed, papers to follow"),
    NOT_PASSED("13", "办结（不通过）", "not passed"),
    WITHDRAWN("14", "撤回", "withdrawn"),
    REVOKED("15", "撤销", "revoked");

    private static final Map<Status, List<Status>> NEXT = Map.of(
            RECEIVED, List.of(TAKEN_BACK, ACCEPTED, NOT_TAKEN, NOT_ACCEPTED, PAPERS_ASKED),
            PAPERS_ASKED, List.of(PAPERS_COMPLETE),
            PAPERS_COMPLETE, List.of(ACCEPTED, NOT_ACCEPTED),
            ACCEPTED, List.of(UNDER_WAY),
            UNDER_WAY, List.of(SPECIAL_BEGUN, PASSED, PASSED_TOLERANT, NOT_PASSED, WITHDRAWN),
            SPECIAL_BEGUN, List.of(SPECIAL_ENDED),
            SPECIAL_ENDED, List.of(UNDER_WAY),
            PASSED, List.of(REVOKED),
            PASSED_TOLERANT, List.of(REVOKED));

    private final String code;
    private final String zh;
    private final String en;

    Status(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public static Status of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is no status"));
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public boolean mayBecome(Status next) {
        return next().contains(next);
    }

    public List<Status> next() {
        return NEXT.getOrDefault(this, List.of());
    }

    public boolean passed() {
        return this == PASSED || this == PASSED_TOLERANT;
    }

    /** Nothing more is owed. A permit that was given can still be revoked. */
    public boolean ends() {
        return passed() || next().isEmpty();
    }

    /** Papers are being completed, or a special procedure is under way: the time of the office stands still. */
    public boolean stopsTheClock() {
        return this == PAPERS_ASKED || this == SPECIAL_BEGUN;
    }

    @Override
    public String toString() {
        return code + " " + zh;
    }
}
