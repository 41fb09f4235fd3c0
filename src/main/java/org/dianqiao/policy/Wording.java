package org.dianqiao.policy;

/** What people read, in both languages. */
public record Wording(String zh, String en) {

    public String in(boolean chinese) {
        return chinese ? zh : en;
    }

    Wording then(Wording next) {
        return new Wording(zh + next.zh, en + next.en);
    }
}
