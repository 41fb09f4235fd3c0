package org.dianqiao.sandbox.licences;

/** How an operation went, as its head says. */
enum Status {
    DONE(0, "数据获取成功"),
    NOT_OFFERED(2, "数据源未提供此接口"),
    NOT_FOUND(10, "未找到匹配的证照信息"),
    UNKNOWN_CALLER(11, "身份验证不通过"),
    EMPTY(12, "要求必填的输入参数值不为空"),
    OTHER(99, "其他错误"),
    NOT_PERMITTED(100, "该用户无访问该证的权限！请先申请"),
    NOT_BASE64(102, "参数值错误(contentType 必须为 base64)"),
    WRONG_HOLDER_TYPE(103, "持证主体代码类型代码不符合规范"),
    NUMBER_MISSING(109, "certData 缺少证照编号 certNo"),
    HOLDER_CODE_MISSING(110, "certData 缺少持证主体代码 holderCode"),
    HOLDER_MISSING(111, "certData 缺少持证主体 holder");

    private final int code;
    private final String message;

    Status(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }
}
