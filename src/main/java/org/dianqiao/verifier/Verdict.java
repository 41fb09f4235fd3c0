package org.dianqiao.verifier;

/** What a bundle is found to be. */
enum Verdict {
    FULL("完整：报文与回应的全部部件俱在，凡能核验的均经核验", "every part of message and answer is there, and all that can be checked was"),
    PARTIAL("部分：有的部件不在包内，其余均经核验", "some parts are not there; everything else was checked"),
    DIGEST_ONLY("仅摘要：部件均不在包内，签名与证明均经核验", "no part is there; signatures and proofs were checked"),
    INVALID("无效", "invalid");

    private final Wording wording;

    Verdict(String zh, String en) {
        wording = new Wording(zh, en);
    }

    String word() {
        return name().replace('_', '-');
    }

    Wording wording() {
        return wording;
    }

    /** Of so many parts so many are there. */
    static Verdict of(int parts, int there) {
        if (there == parts) {
            return FULL;
        }
        return there == 0 ? DIGEST_ONLY : PARTIAL;
    }
}
