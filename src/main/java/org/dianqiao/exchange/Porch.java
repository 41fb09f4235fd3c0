package org.dianqiao.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.dianqiao.exchange.TurnedAway.Door;
import org.jspecify.annotations.Nullable;

/**
 * The door between HTTP and the routes: Camel's `platform-http`, as one filter.
 *
 * <p>Camel's own engine copies headers, parameters and form fields of a request into the route's message and filters
 * the dangerous ones by name; that filter was wrong four times (CVE-2025-27636, -29891, -30177, CVE-2026-40453). Here
 * nothing is copied: a route gets the {@link Posted} and asks for what it wants. It also runs the route on the thread
 * that read the request, without a second dispatch, and before the filters that the pages need.
 */
public final class Porch extends HttpFilter implements PlatformHttpEngine {

    private static final String PREFIX = "/exchange/v1/";

    private final transient Map<String, PorchConsumer> byService = new ConcurrentHashMap<>();
    private final transient TurnedAway turnedAway;

    public Porch(TurnedAway turnedAway) {
        this.turnedAway = turnedAway;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new PorchConsumer(endpoint, processor, this);
    }

    void open(String path, PorchConsumer consumer) {
        byService.put(path.substring(PREFIX.length()), consumer);
    }

    void close(String path) {
        byService.remove(path.substring(PREFIX.length()));
    }

    /** Whether the routes run. */
    public boolean isOpen() {
        return byService.values().stream().anyMatch(PorchConsumer::isOpen);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain pages)
            throws IOException {
        try {
            answer(request, response);
        } catch (Refused refused) {
            turnedAway.count(Door.EXCHANGE, TurnedAway.UNKNOWN, refused.code());
            Answer.unsigned(refused).to(response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOpen()) {
            throw Refused.later(Code.UNAVAILABLE, "网关正在启动或停止，请稍后用同样的字节重发。", 5);
        }
        String path = request.getRequestURI();
        if (path.indexOf('%') >= 0) {
            throw new Refused(Code.MALFORMED, "服务名称不需要百分号编码。");
        }
        String service = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        PorchConsumer consumer = find(service);
        if (consumer == null) {
            throw new Refused(Code.UNKNOWN_PATH, "没有这个路径。");
        }
        if (!consumer.allows(request.getMethod())) {
            turnedAway.count(Door.EXCHANGE, TurnedAway.UNKNOWN, Code.WRONG_METHOD);
            Refused refused = new Refused(Code.WRONG_METHOD, "此路径应使用 " + consumer.methods() + "。");
            Answer.unsigned(refused).with("Allow", consumer.methods()).to(response);
            return;
        }
        try (Posted arrival = new Posted(request, service)) {
            consumer.answer(arrival).to(response);
        }
    }

    private @Nullable PorchConsumer find(String service) {
        PorchConsumer fixed = byService.get(service);
        return fixed == null && Manifests.isServiceName(service) ? byService.get("{service}") : fixed;
    }
}
