package org.dianqiao.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One thing that was looked at, and how it is. What others have said of it goes to a terminal: in printable characters, not endlessly. */
record Finding(State state, About about, String zh, String en) {

    private static final int LONGEST = 600;

    Finding {
        zh = printable(zh);
        en = printable(en);
    }

    private static String printable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }

    enum State {
        GOOD("ok  "),
        NOTE("note"),
        BAD("BAD ");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }
    }

    enum About {
        FILES("文件", "files"),
        NAME("域名", "name"),
        PORT("端口", "port"),
        TLS("TLS", "TLS"),
        HOST_KEY("主机密钥", "host key"),
        LOGIN("登录", "login"),
        FOLDER("目录", "folder"),
        RIGHTS("权限", "rights"),
        TABLES("表", "tables"),
        CLOCK("时钟", "clock"),
        CERTIFICATE("证书", "certificate"),
        SIGNATURE("签名", "signature"),
        GRANT("授权", "grant"),
        CONTRACT("约定", "contract");

        private final String zh;
        private final String en;

        About(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    static Finding good(About about, String zh, String en) {
        return new Finding(State.GOOD, about, zh, en);
    }

    static Finding note(About about, String zh, String en) {
        return new Finding(State.NOTE, about, zh, en);
    }

    static Finding bad(About about, String zh, String en) {
        return new Finding(State.BAD, about, zh, en);
    }

    /** The last line: how many things are wrong, and what about. */
    static String summary(List<Finding> wrong) {
        if (wrong.isEmpty()) {
            return "没有发现问题 / nothing is wrong";
        }
        return "%d 处不对：%s / wrong: %s"
                .formatted(wrong.size(), subjects(wrong, about -> about.zh), subjects(wrong, about -> about.en));
    }

    private static String subjects(List<Finding> findings, Function<About, String> word) {
        return findings.stream().map(Finding::about).distinct().map(word).collect(Collectors.joining(" "));
    }

    boolean isGood() {
        return state == State.GOOD;
    }

    boolean isBad() {
        return state == State.BAD;
    }

    String line() {
        return "%s  %s %s: %s / %s".formatted(state.mark, about.zh, about.en, zh, en);
    }
}
