package org.dianqiao.sandbox.licences;

/** What a licence is worth 证照状态, and how a verification says so when all that was said of it is right. */
enum Standing {
    VALID("有效", 0, "信息一致，证照有效"),
    NOT_YET_VALID("未生效", 1, "信息一致，证照尚未生效"),
    SUSPENDED("暂停", 2, "信息一致，证照暂时失效"),
    EXPIRED("过期", 3, "信息一致，证照已过期"),
    REVOKED("废止", 3, "信息一致，证照已废止");

    private final String zh;
    private final int result;
    private final String message;

    Standing(String zh, int result, String message) {
        this.zh = zh;
        this.result = result;
        this.message = message;
    }

    String zh() {
        return zh;
    }

    int result() {
        return result;
    }

    String message() {
        return message;
    }
}
