package org.dianqiao.sandbox;

/** 办理状态: what a department says of a task, and the opinion that it writes under it. */
enum Status {
    RECEIVED("1", "已接件", "材料已接收。"),
    TAKEN_BACK("2", "已撤件", "申报单位已撤回申报，不再办理。"),
    ACCEPTED("3", "已受理", "材料齐全，予以受理。"),
    ACCEPTANCE_REFUSED("5", "不予受理", "申请事项不属于本机关职权范围，请向有权机关提出。"),
    PAPERS_ASKED("6", "补正（开始）", "请补充所列材料。"),
    PAPERS_COMPLETE("7", "补正（结束）", "补充的材料已收齐。"),
    AT_WORK("8", "部门开始办理", "已交承办科室审查。"),
    SPECIAL_BEGUN("9", "特别程序（开始）", "组织专家评审，所需时间不计入办理期限。"),
    SPECIAL_ENDED("10", "特别程序（结束）", "专家评审结束。"),
    APPROVED("11", "办结（通过）", "经审查，符合条件，准予许可。"),
    APPROVED_TOLERANTLY("12", "办结（容缺通过）", "准予许可，所缺材料应在5个工作日内补齐。"),
    REJECTED("13", "办结（不通过）", "管线距现状乔木不足1.5米，请调整线位后重新申报。"),
    REVOKED("15", "撤销", "经复核，许可所依据的现状图有误，予以撤销。");

    private final String code;
    private final String zh;
    private final String opinion;

    Status(String code, String zh, String opinion) {
        this.code = code;
        this.zh = zh;
        this.opinion = opinion;
    }

    String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    String opinion() {
        return opinion;
    }

    boolean permits() {
        return this == APPROVED || this == APPROVED_TOLERANTLY;
    }
}
