package org.dianqiao.connector;

import java.util.Optional;
import java.util.function.Function;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;

/** The headers of a request. `of`: the value by the name, nothing where it is not there or there twice. */
record Headers(Function<String, Optional<String>> of) {

    private static final int LONGEST = 8192;

    String required(String name) {
        return maybe(name).orElseThrow(() -> new Refused(Code.BAD_SIGNATURE, "缺少请求头 " + name + "，或其出现了不止一次。"));
    }

    /** Whatever is not printable ASCII has several encodings, and only one of them was signed. */
    Optional<String> maybe(String name) {
        Optional<String> value = of.apply(name);
        value.filter(text -> text.length() > LONGEST).ifPresent(text -> {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + name + " 过长，至多 " + LONGEST + " 个字符。");
        });
        value.filter(text -> !text.matches("[ -~]*")).ifPresent(text -> {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + name + " 只能含可打印的 ASCII 字符，其他字符请先编码。");
        });
        return value;
    }

    String like(String form, String name) {
        String value = required(name);
        if (!value.matches(form)) {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + name + " 的格式不对。");
        }
        return value;
    }

    void mustBe(String expected, String name) {
        if (!required(name).equals(expected)) {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + name + " 不是登记给贵方的值。");
        }
    }
}
