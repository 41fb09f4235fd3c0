package org.dianqiao.certificate;

/** What a certificate says of a case, and how it says it. */
public enum Kind {

    /** 备案: filed, nothing is to be approved. */
    FILING("filing", "电力接入工程备案证明", "下列电力接入工程的申报材料齐全，符合备案条件，现予备案。"),

    /** 告知承诺: settled upon what the applicant has promised. */
    COMMITMENT("commitment", "电力接入工程告知承诺办结记录", "下列电力接入工程的申请人已就有关事项作出承诺，现予办结。"),

    /** 审批结果: what each department has answered. */
    SUMMARY("summary", "电力接入工程审批结果汇总单", "下列电力接入工程的各项审批已全部办结，结果汇总如下。");

    private final String written;
    private final String title;
    private final String statement;

    Kind(String written, String title, String statement) {
        this.written = written;
        this.title = title;
        this.statement = statement;
    }

    /** As the database and the settings write it. */
    public String written() {
        return written;
    }

    public String title() {
        return title;
    }

    String statement() {
        return statement;
    }

    static Kind of(String written) {
        for (Kind kind : values()) {
            if (kind.written.equals(written)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of certificate: " + written);
    }
}
