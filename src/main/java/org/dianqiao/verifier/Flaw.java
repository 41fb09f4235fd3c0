package org.dianqiao.verifier;

import java.util.Locale;

/** What makes evidence invalid. The code of each is stable; programs may rely on it. */
enum Flaw {
    NOT_A_BUNDLE("不是存证包", "this is no evidence bundle"),
    DATA_BEFORE("ZIP 之前有多余数据，或根本不是 ZIP", "data before the ZIP, or no ZIP at all"),
    CUT_OFF("文件不完整，数据中断", "the file is cut off"),
    STRAY_DATA("偏移 %s 处有不属于任何条目的数据", "bytes at %s that belong to no member"),
    TRAILING_DATA("ZIP 结尾之后还有数据", "data behind the end of the ZIP"),
    DIRECTORY_DISAGREES("目录与条目 %s 的实际内容不一致：%s", "the directory and what is at %s disagree: %s"),
    ENCRYPTED("条目 %s 已加密", "member %s is encrypted"),
    UNKNOWN_METHOD("条目 %s 使用了不支持的压缩方式或标志", "member %s is packed in an unknown way"),
    SPECIAL_FILE("条目 %s 不是普通文件（符号链接、目录等）", "member %s is no plain file (a link, a folder, ...)"),
    UNSAFE_NAME("条目名称不安全：%s", "an unsafe member name: %s"),
    LOOK_ALIKE("条目名称 %s 与应有名称只在写法上不同", "member name %s differs from a right one in its writing only"),
    DUPLICATE_NAME("条目 %s 出现两次", "member %s is there twice"),
    UNKNOWN_FILE("存证包中不应有 %s", "%s does not belong into a bundle"),
    NESTED_ARCHIVE("%s：存证包之中又套多重存证包", "%s: a bundle of several within a bundle of several"),
    TOO_MANY_FILES("条目超过 %s 个", "more than %s members"),
    TOO_LARGE("%s 超过 %s 字节", "%s has more than %s bytes"),
    BOMB("解压后异常膨胀（压缩炸弹）", "it swells beyond reason when unpacked (a zip bomb)"),
    BROKEN_CONTENT("条目 %s 的压缩数据损坏", "the packed data of member %s is broken"),
    WRONG_CHECKSUM("条目 %s 的 CRC 校验不符", "the CRC of member %s is wrong"),
    WRONG_MIMETYPE("首个条目应为未压缩的 mimetype：%s", "the first member must be mimetype, stored: %s"),
    MISSING("缺少 %s", "%s is missing"),
    MALFORMED("%s 格式不符：%s", "%s is malformed: %s"),
    NOT_SIGNED_DATA("%s 不是合格的 SignedData：%s", "%s is no SignedData as it should be: %s"),
    NO_CERTIFICATE("%s 的签名人证书不在包内", "the certificate of who signed %s is not in the bundle"),
    BAD_SIGNATURE("%s 的签名不成立", "the signature of %s does not hold"),
    BAD_CERTIFICATE("%s 的签名证书不可信：%s", "the certificate that signed %s is not to be believed: %s"),
    WRONG_SIDE("%s 由错误的一方签名：%s", "%s is signed by the wrong side: %s"),
    BAD_LIST("吊销列表 %s 不可用：%s", "the revocation list %s cannot be used: %s"),
    WRONG_DIGEST("%s 的 SM3 摘要与签名清单不符", "the SM3 of %s is not the one that was signed"),
    WRONG_LENGTH("%s 的长度与签名清单不符", "the length of %s is not the one that was signed"),
    UNDECLARED("%s 不在签名清单之中", "%s is not named by the signed manifest"),
    ENTRY_MISMATCH("存证记录的“%s”与 %s 不符", "the entry's %s is not that of %s"),
    ANSWER_MISMATCH("回应的“%s”与报文或存证不符", "the answer's %s does not fit the message or the entry"),
    ORIGIN_UNASKED("这里不应有原始报文：只有转交的查询答复才有", "there is no origin here: only a reply that was passed on has one"),
    ORIGIN_MISMATCH("原始报文的部件与转发的不同", "the origin's parts are not those that were passed on"),
    PROOF_MISMATCH("证明的树大小与树头不符", "the proof is for a tree of another size than the head's"),
    NOT_IN_TREE("包含证明不成立：存证不在该树头之中", "the inclusion proof does not lead from the entry to the head"),
    TIME_ORDER("时间顺序不合理：%s", "the times are not in order: %s"),
    BAD_STAMP("时间戳不成立：%s", "the timestamp does not hold: %s"),
    FORK("同一账本出现两种历史：%s", "two histories of one ledger: %s"),
    BAD_HELD_HEAD("所持树头不成立：%s", "the head that you hold does not hold: %s");

    private final Wording wording;

    Flaw(String zh, String en) {
        wording = new Wording(zh, en);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Note with(Object... details) {
        return new Note(code(), wording.with(details));
    }
}
