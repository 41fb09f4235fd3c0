package org.dianqiao.sandbox;

/** A counter's answer, kept so that a repeat gets the same. */
record Answered(int status, String manifestSm3, Message answer) {

    Answered again() {
        return new Answered(200, manifestSm3, answer);
    }
}
