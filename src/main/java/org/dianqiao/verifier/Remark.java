package org.dianqiao.verifier;

import java.util.Locale;

/** What a reader should know though it makes nothing invalid. */
enum Remark {
    ABSENT(
            "%s 不在包内：依法删除、未保存或未提供；摘要仍受签名保护",
            "%s is not in the bundle: erased, not kept or not given; its digest is signed"),
    NOT_STAMPED(
            "树头无时间戳：时间只有网关自己的签名为证",
            "the head has no timestamp: for the time there is the gateway's own signature only"),
    REVOCATION_UNKNOWN(
            "包内没有 %s 在 %s 有效的吊销列表：未能核对是否被吊销",
            "no revocation list of %s that speaks about %s is in the bundle: whether it was revoked is not checked"),
    REVOKED_LATER("%s 在存证之后于 %s 被吊销：存证时有效", "%s was revoked later, at %s: it was good at the entry's time"),
    RESTS_ON_GATEWAY(
            "%s 在存证时间与时间戳之间失效（%s）：当时有效只有网关的时间为证",
            "%s ended between the entry's time and the timestamp (%s): that it was good rests on the gateway's clock"),
    ORIGIN_CHANGED(
            "转交的内容与原始签名的内容不同：经过转换", "what was passed on is not what the origin signed: it was converted on its way"),
    ATTESTED(
            "%s 由网关代签：%s 自己没有签名，所言以网关的签名为证",
            "%s was written down and signed by the gateway: %s did not sign it, for what it says there is the gateway's word"),
    NOT_COMPARED(
            "未与所持树头（%s）比较：缺少一致性证明，可取 /ledger/v1/proofs/consistency?from=%s&to=%s",
            "not compared with the head of size %s that you hold: the proof is wanted, /ledger/v1/proofs/consistency?from=%s&to=%s"),
    CONSISTENT("与所持树头（%s）一致", "consistent with the head of size %s that you hold");

    private final Wording wording;

    Remark(String zh, String en) {
        wording = new Wording(zh, en);
    }

    Note with(Object... details) {
        return new Note(name().toLowerCase(Locale.ROOT).replace('_', '-'), wording.with(details));
    }
}
