package org.dianqiao.web.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What is told to whoever asked for something that cannot be given (RFC 9457). Only what the status says: never why,
 * where what went wrong is ours.
 */
@JsonPropertyOrder({"type", "status", "code", "title", "detail", "advice"})
public record Problem(int status, String code, String title, String detail, String advice) {

    public static Problem of(int status) {
        return switch (status) {
            case 401 -> new Problem(401, "login-required", "Sign in first", "请先登录。", "Sign in, then ask again");
            case 403 ->
                new Problem(
                        403,
                        "not-permitted",
                        "You may not do this",
                        "您没有此项操作的权限，或页面已过期，请刷新后重试。",
                        "Load the page anew and try again, or ask for the right to do this");
            case 404 ->
                new Problem(404, "unknown-path", "There is nothing at this path", "没有这个路径，请核对地址。", "Check the address");
            case 405 ->
                new Problem(
                        405,
                        "wrong-method",
                        "The method is not one of this path",
                        "此路径不支持该请求方法。",
                        "Use a method that this path has");
            case 413 -> new Problem(413, "too-large", "The request is too large", "请求过大。", "Send less at once");
            case 429 ->
                new Problem(
                        429,
                        "throttled",
                        "Too many requests in too short a time",
                        "请求过于频繁，请稍后再试。",
                        "Try again after as many seconds as Retry-After says");
            case 503 ->
                new Problem(
                        503,
                        "unavailable",
                        "The service is not available now",
                        "服务暂时不可用，请稍后重试。",
                        "Try again a little later");
            case 501, 505 -> malformed();
            default -> status >= 400 && status < 500 ? malformed() : internal();
        };
    }

    public String getType() {
        return "about:blank";
    }

    /** How many seconds to wait before it is worth another try; 0: no such advice. */
    int retryAfterSeconds() {
        return status == 503 ? 5 : status == 429 ? 60 : 0;
    }

    /** Whatever HTTP calls it: too slow, of an unknown version, with an expectation that nobody has. */
    private static Problem malformed() {
        return new Problem(
                400,
                "malformed",
                "The request is not in the expected form",
                "请求格式不正确。",
                "Compare the request with HTTP and with what this path expects, mend it and send it again");
    }

    private static Problem internal() {
        return new Problem(
                500,
                "internal",
                "Something went wrong on our side",
                "系统内部错误，已记录。",
                "Try again later; if it goes on, tell the operator");
    }
}
