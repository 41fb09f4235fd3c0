package org.dianqiao.codes;

/** Codes that one system gives and others only hand on. Nothing in them may be read, so only their length is bounded. */
public enum OpaqueCode {
    /** 工程代码: one part of a project; a project may have several. */
    ENGINEERING(64),
    /** 审批事项实例编码: one case of one approval. */
    ITEM_INSTANCE(64),
    /** 并联审批实例编码: the cases that were filed together. */
    PARALLEL_INSTANCE(64),
    /** 政务服务事项实施编码: an approval as one office carries it out. */
    IMPLEMENTATION(31),
    /** 建设工程规划许可证编号, whose forms differ between provinces and years. */
    PLANNING_PERMIT(100);

    private final int most;

    OpaqueCode(int most) {
        this.most = most;
    }

    public Check check(String text) {
        if (text.isBlank()) {
            return Check.wrong(0, "编码为空", "there is no code");
        }
        return text.length() > most
                ? Check.wrong(most + 1, "最多 " + most + " 个字符", "at most " + most + " characters are expected")
                : controlCharacter(text);
    }

    private static Check controlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Check.wrong(i + 1, "不应有控制字符", "a control character is not expected");
            }
        }
        return Check.valid();
    }
}
