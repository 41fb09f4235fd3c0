package org.dianqiao.doctor;

/** One thing that was looked at, and how it is. */
record Finding(State state, About about, String zh, String en) {

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

    boolean isBad() {
        return state == State.BAD;
    }

    String line() {
        return "%s  %s %s: %s / %s".formatted(state.mark, about.zh, about.en, zh, en);
    }
}
