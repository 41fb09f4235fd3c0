package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.connector.HeaderSignatures;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.line.Line;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;

/**
 * Whether they take what we sign. Nothing may come of trying it: an empty HEAD is all that is sent, once as it is and once
 * signed. Where a signature can only be tried by a message, or by taking a secret away from who uses it, it is not; nor
 * where the clocks are so far apart that the right one would be turned away too.
 *
 * @param clocks what was found of theirs and ours
 */
record Trial(Endpoint endpoint, Line line, Clock clock, Finding clocks) {

    private static final Set<Integer> AT_THE_GATE = Set.of(401, 403);
    private static final int FAULT_OF_THEIRS = 500;

    /** These say when they were made, and are let in for a while only. */
    private static final Set<Signature> TIMED = Set.of(Signature.X_TIF, Signature.GJGXJHPT);

    /** What is to be compared with what they have. */
    private static final Map<Signature, String> COMPARED = Map.of(
            Signature.BEARER, "secret",
            Signature.X_TIF, "account, secret, letters",
            Signature.GJGXJHPT, "account, service, secret");

    static boolean isTimed(Endpoint endpoint) {
        return TIMED.contains(endpoint.credentials().signature());
    }

    /** Nothing of who signs nothing. */
    Optional<Finding> finding() throws IOException {
        if (clocks.isBad()) {
            return isTimed(endpoint) ? outOfTime() : Optional.empty();
        }
        if (endpoint.transport() == Transport.NATIVE) {
            return untried(
                    "对方是否登记了我方证书",
                    "我方签名的每件报文都会记入对方台账",
                    "they have registered our certificate",
                    "whatever we sign goes into their ledger");
        }
        return switch (credentials().signature()) {
            case NONE, CLIENT_CERTIFICATE, DATABASE -> Optional.empty();
            case IN_BODY ->
                untried(
                        "account 和 secret 是否正确",
                        "二者写在查询的正文里，而 doctor 不作查询",
                        "`account` and `secret` are right",
                        "they stand in the body of a question, and none is asked here");
            case WS_SECURITY ->
                untried(
                        "对方是否登记了我方 SOAP 证书",
                        "SOAP 中签名的就是一件报文",
                        "they have registered our certificate for SOAP",
                        "what is signed there is a message");
            case BEARER, X_TIF, GJGXJHPT -> credentials().refresh() == null ? Optional.of(inTheHeaders()) : refreshed();
        };
    }

    private static Optional<Finding> outOfTime() {
        return untried(
                "签名是否正确",
                "时钟相差过大，正确的签名也不会放行，请先校时",
                "our signature is right",
                "with the clocks so far apart they let none in");
    }

    private Credentials credentials() {
        return endpoint.credentials();
    }

    private Optional<Finding> refreshed() {
        return untried(
                "app key 是否正确",
                "用它换取新密钥，网关正在使用的密钥就会作废；网关运行时，/actuator/health 的 secrets 会说明",
                "the app key is right",
                "the secret that it is given would end the one in use; of a gateway that runs /actuator/health says it under `secrets`");
    }

    private static Optional<Finding> untried(String whatZh, String whyZh, String what, String why) {
        return Optional.of(
                note(About.SIGNATURE, whatZh + "没有试：" + whyZh, "whether " + what + " was not tried: " + why));
    }

    private Finding inTheHeaders() throws IOException {
        int bare = status(Map.of());
        int signed = status(HeaderSignatures.signed(credentials(), clock.instant()));
        if (AT_THE_GATE.contains(signed)) {
            return turnedAway(signed);
        }
        if (AT_THE_GATE.contains(bare) && signed < FAULT_OF_THEIRS) {
            return good(
                    About.SIGNATURE,
                    "对方放行我方签名的空请求（HTTP " + signed + "），不放行没有签名的（HTTP " + bare + "）",
                    "they let in an empty request that we signed (HTTP " + signed + "), and none without (HTTP " + bare
                            + ")");
        }
        return note(
                About.SIGNATURE,
                "空请求未签名时对方答 HTTP " + bare + "，签名后答 HTTP " + signed + "，secret 是否正确要到第一件报文才知道",
                "an empty request is answered by HTTP " + bare + " as it is and by HTTP " + signed
                        + " signed, so only a message would tell whether `secret` is right");
    }

    /** That the clocks go together is certain only where it was found so. */
    private Finding turnedAway(int status) {
        boolean inTime = clocks.isGood() || !isTimed(endpoint);
        String compared = COMPARED.get(credentials().signature());
        return bad(
                About.SIGNATURE,
                "对方不放行我方签名的空请求（HTTP " + status + "），" + (inTime ? "请" : "请先核对时钟，再") + "与对方核对 " + compared + " 和授权",
                "they turn away an empty request that we signed (HTTP " + status + "): "
                        + (inTime ? "" : "look at the clocks first, then ") + "compare " + compared
                        + " with theirs, and what they grant us");
    }

    private int status(Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address()).method("HEAD", BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        return line.ask(request.build()).statusCode();
    }

    /** A platform asks at the door of each of its services. */
    private URI address() {
        return credentials().signature() == Signature.GJGXJHPT
                ? URI.create(endpoint.url() + "/" + credentials().service())
                : endpoint.url();
    }
}
