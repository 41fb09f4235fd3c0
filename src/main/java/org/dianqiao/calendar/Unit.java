package org.dianqiao.calendar;

/** What a limit counts. */
public enum Unit {

    /** Working days 工作日: every rest day in between makes it longer. */
    WD("个工作日", "", "working day", ""),

    /** Natural days 自然日, moved to the next working day when the last is a rest day 顺延. */
    ND_ROLL("个自然日", "，末日为休息日的顺延", "calendar day", ", moved to the next working day if the last is a rest day"),

    /** Natural days 自然日: every day counts. */
    ND("个自然日", "", "calendar day", ""),

    /** Months, to the day of the same number or the month's last. */
    MONTHS("个月", "", "month", ""),

    /** Hours, day and night 7×24. */
    HOURS("小时", "", "hour", ""),

    /** Minutes, day and night 7×24. */
    MINUTES("分钟", "", "minute", "");

    private final String zh;
    private final String zhAddition;
    private final String en;
    private final String enAddition;

    Unit(String zh, String zhAddition, String en, String enAddition) {
        this.zh = zh;
        this.zhAddition = zhAddition;
        this.en = en;
        this.enAddition = enAddition;
    }

    /** Whether days are counted: then a calendar decides, and the clock can be stopped. */
    public boolean isOfDays() {
        return this != HOURS && this != MINUTES;
    }

    String zh(int value) {
        return value + " " + zh + zhAddition;
    }

    String en(int value) {
        return value + " " + en + (value == 1 ? "" : "s") + enAddition;
    }
}
