package org.dianqiao.sandbox.outside;

import java.util.Locale;

/** What outside systems were seen to do, or may be made to do by who has broken into one. */
public enum Fault {
    SINGLE_USE("下载链接只能用一次 a link is good for one download; single-use=false makes it good for ten minutes"),
    TEXT_ERRORS("报错为纯文本，状态码仍为 200 errors come as text with status 200, downloads fail so under the file's type"),
    LATE_SECRET("新密钥过几秒才生效 a refreshed secret is accepted only some seconds later, the old one until then"),
    LEADING_ZEROS("数字不带引号，丢前导零 digits come unquoted, without their leading zeros"),
    TIME_OUT_AFTER_SUCCESS("办成了却不应答 what changes something is done and never answered"),
    OUT_OF_ORDER("状态码次序颠倒 states are told in another order than they happened in"),
    GBK("声明 UTF-8，实为 GBK says UTF-8 and writes GBK"),
    ENDLESS("应答没有结尾 an answer that never ends"),
    HUGE("应答 1 GiB an answer of 1 GiB"),
    REDIRECT_METADATA("重定向到云主机元数据地址 redirects to the metadata address of a cloud"),
    REDIRECT_FILE("重定向到本机文件 redirects to a file"),
    WRONG_CHECK("标识、代码的校验位不对 identifiers and codes fail their check character"),
    TAMPERED("文件在签章后被改动 files are changed after they were sealed"),
    USED_LINKS("给出的链接已被使用 links were used by somebody before they are given"),
    LINKS_ELSEWHERE("链接指向云主机元数据地址 links lead to the metadata address of a cloud"),
    SWAPPED("答非所问 answers with what belongs to another"),
    HALF_WRITTEN("文件先写一半，几秒后写完 a file is written by half, and to its end some seconds later"),
    CHANGED_HOST_KEY("服务器主机密钥换了 the server's key is another than was told"),
    REPEATED_FILE("同一文件反复放入 the same file is left again and again"),
    CORRECTED("批复文件先报错，再作废重报 a document is put there wrong, made void and put there anew"),
    SWAPPED_PARTS("SOAP 的 Body 在 Header 之前 in SOAP the Body stands before the Header"),
    UNSIGNED("SOAP 应答不签名 answers in SOAP are not signed"),
    STALE_TIMESTAMP("SOAP 时间戳是一小时前的 the time stamp in SOAP is an hour old"),
    SLOW("迟迟不答 answers late");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
