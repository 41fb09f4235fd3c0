package org.dianqiao.connector;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.dianqiao.exchange.Answer;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.exchange.TurnedAway.Door;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side door 侧门: systems that do not speak the protocol come in here, each by its own name and in its own dialect,
 * as `/connect/v1/{partner}/{dialect}/{what}`.
 *
 * <p>Who calls is certain before a route sees anything: no route can forget to ask. As at the porch, a route gets what
 * was sent and no header of it; what a stranger asks for that is not there, or not his, is the same 404.
 */
public final class SideDoor extends HttpFilter implements PlatformHttpEngine {

    private static final Logger log = LoggerFactory.getLogger(SideDoor.class);

    static final String PREFIX = "/connect/v1/";
    private static final String ANY_PARTNER = "{partner}/";

    private final transient Map<String, SideDoorConsumer> byPath = new ConcurrentHashMap<>();
    private final transient Watched<Partners> partners;
    private final transient Caller caller;
    private final transient Dialects dialects;
    private final transient Wsdls wsdls;
    private final transient TurnedAway turnedAway;
    private final transient BooleanSupplier open;

    /** `open`: whether the routes run. The server listens a little earlier than they start, and a little longer. */
    public SideDoor(
            Watched<Partners> partners,
            HeaderSignatures signatures,
            SoapMessages soap,
            Dialects dialects,
            Wsdls wsdls,
            TurnedAway turnedAway,
            BooleanSupplier open) {
        this.partners = partners;
        this.caller = new Caller(signatures, soap);
        this.dialects = dialects;
        this.wsdls = wsdls;
        this.turnedAway = turnedAway;
        this.open = open;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new SideDoorConsumer(endpoint, processor, this);
    }

    public static boolean leadsTo(String path) {
        return path.startsWith(PREFIX);
    }

    void open(String path, SideDoorConsumer consumer) {
        byPath.put(what(path), consumer);
    }

    void close(String path) {
        byPath.remove(what(path));
    }

    private static String what(String path) {
        if (!path.startsWith(PREFIX + ANY_PARTNER)) {
            throw new IllegalArgumentException(
                    path + ": a route of a dialect is from " + PREFIX + ANY_PARTNER + "<dialect>/<what>");
        }
        return path.substring(PREFIX.length() + ANY_PARTNER.length());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain pages)
            throws IOException {
        try {
            answer(request).to(response);
        } catch (Refused refused) {
            turnedAway.count(Door.CONNECT, named(request), refused.code());
            log.info("{}: {} {}", request.getRequestURI(), refused.code().word(), refused.detail());
            Answer.unsigned(refused).to(response);
        }
    }

    /** Who they say that they are, where that is a partner. */
    private String named(HttpServletRequest request) {
        String[] words = request.getRequestURI().split("/", 5);
        return words.length < 4
                ? TurnedAway.UNKNOWN
                : partners.current().find(words[3]).map(Partner::id).orElse(TurnedAway.UNKNOWN);
    }

    private Reply answer(HttpServletRequest request) throws IOException {
        if (!leadsTo(request.getRequestURI())) {
            throw unknown();
        }
        String path = request.getRequestURI().substring(PREFIX.length());
        int slash = path.indexOf('/');
        String what = path.substring(slash + 1);
        Partner partner = partners.current()
                .find(path.substring(0, Math.max(0, slash)))
                .filter(known -> speaks(known, what))
                .orElseThrow(SideDoor::unknown);
        boolean wasOpen = open.getAsBoolean();
        SideDoorConsumer consumer = byPath.get(what);
        if (!wasOpen || (consumer == null && !open.getAsBoolean())) {
            return spokenTo(request, partner, what, SideDoor::opensSoon);
        }
        if (consumer == null) {
            throw unknown();
        }
        if (Wsdls.areAskedFor(request)) {
            return wsdls.of(what, request).orElseThrow(SideDoor::unknown);
        }
        if (!consumer.allows(request.getMethod())) {
            throw new Refused(Code.WRONG_METHOD, "此路径应使用 " + consumer.methods() + "。");
        }
        return spokenTo(request, partner, what, () -> {
            if (signsInSoap(partner) && !wsdls.has(what)) {
                throw new Refused(Code.UNKNOWN_PATH, "此路径不接收 SOAP 报文，请发往有 WSDL 的路径。");
            }
            return caller.call(request, partner, inItsDialect(what), consumer::answer);
        });
    }

    private static String inItsDialect(String what) {
        return what.substring(what.indexOf('/') + 1);
    }

    private static Reply opensSoon() {
        throw Refused.later(Code.UNAVAILABLE, "网关正在启动或停止，请稍后重发。", 5);
    }

    private interface Conversation {
        Reply reply() throws IOException;
    }

    /** Who speaks SOAP is refused in it. What passes soon is said as their dialect says it, where it has words for it. */
    private Reply spokenTo(HttpServletRequest request, Partner partner, String what, Conversation conversation)
            throws IOException {
        try {
            return conversation.reply();
        } catch (Refused refused) {
            Reply reply = inTheirWords(request, partner, what, refused).orElseThrow(() -> refused);
            turnedAway.count(Door.CONNECT, partner.id(), refused.code());
            log.info("{}: {} {}", partner.id(), refused.code().word(), refused.detail());
            return reply;
        }
    }

    private Optional<Reply> inTheirWords(HttpServletRequest request, Partner partner, String what, Refused refused) {
        if (isSoap(partner)) {
            return Optional.of(SoapFaults.of(refused));
        }
        if (refused.retryAfterSeconds() == 0) {
            return Optional.empty();
        }
        String means = endpoint(partner).credentials().means();
        return dialects.later(new Call(partner, means, request.getContentType(), new byte[0]), what);
    }

    private static boolean isSoap(Partner partner) {
        return endpoint(partner).transport() == Transport.SOAP;
    }

    private static boolean signsInSoap(Partner partner) {
        return endpoint(partner).credentials().soapKeys() != null;
    }

    private static Endpoint endpoint(Partner partner) {
        return Objects.requireNonNull(partner.endpoint());
    }

    private static boolean speaks(Partner partner, String what) {
        return Optional.ofNullable(partner.endpoint())
                .map(Endpoint::dialect)
                .filter(dialect -> !dialect.isEmpty() && what.startsWith(dialect + "/"))
                .isPresent();
    }

    private static Refused unknown() {
        return new Refused(Code.UNKNOWN_PATH, "没有这个路径。");
    }
}
