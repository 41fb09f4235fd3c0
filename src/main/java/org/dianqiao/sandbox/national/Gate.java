package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;

/** Lets calls through that its requester has signed within five minutes. */
final class Gate {

    /** What is refreshed has an own service number, which is any. */
    static final String REFRESH = "/sysapi/auth/refreshappsecret";

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final String requester;
    private final String appKey;
    private final AppSecrets secrets;
    private final Clock clock;

    Gate(String requester, String appKey, AppSecrets secrets, Clock clock) {
        this.requester = requester;
        this.appKey = appKey;
        this.secrets = secrets;
        this.clock = clock;
    }

    String requester() {
        return requester;
    }

    String appKey() {
        return appKey;
    }

    /** A new secret is asked for under the app key, which never changes. */
    Reply refresh(Asked asked) {
        try {
            Signed signed = known(asked);
            if (!signed.by(appKey)) {
                throw Denied.atTheGate(Denied.WRONG_SIGNATURE, "签名验证不通过");
            }
            return done(secrets.refreshed()).change();
        } catch (Denied denied) {
            return denied(denied);
        }
    }

    /** The number of the service. */
    String pass(Asked asked) {
        Signed signed = known(asked);
        secrets.require(signed);
        return signed.sid();
    }

    private Signed known(Asked asked) {
        Signed signed = Signed.of(asked);
        if (!signed.rid().equals(requester)) {
            throw Denied.atTheGate(Denied.UNKNOWN_REQUESTER, "请求者标识未注册");
        }
        if (!signed.rtime().matches("\\d{13}") || isFar(Long.parseLong(signed.rtime()))) {
            throw Denied.atTheGate(Denied.CLOCK_OFF, "请求时间与平台时间相差超过 5 分钟");
        }
        return signed;
    }

    private boolean isFar(long rtime) {
        return Math.abs(clock.millis() - rtime) > WINDOW.toMillis();
    }

    static Reply done(ObjectNode data) {
        ObjectNode answer = Json.object().put("code", "0").put("message", "成功");
        answer.set("data", data);
        return Reply.json(answer);
    }

    static Reply denied(Denied denied) {
        ObjectNode answer = Json.object().put("code", denied.code()).put("message", denied.getMessage());
        return Reply.json(answer).status(denied.status()).failure();
    }
}
