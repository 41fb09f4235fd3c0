package org.dianqiao.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands at the door. Routes get it as their body and nothing of it as a header: what a stranger calls
 * `CamelHttpUri`, in whatever letter case, is never more than a header that nobody asks for.
 */
public final class Arrival implements AutoCloseable {

    private final HttpServletRequest request;
    private final String service;
    private final List<Held> held = new ArrayList<>();
    private boolean paid;

    Arrival(HttpServletRequest request, String service) {
        this.request = request;
        this.service = service;
    }

    /** The last segment of the path. */
    public String service() {
        return service;
    }

    /** How the sender reached us. */
    public URI base() {
        return URI.create(request.getRequestURL().toString()).resolve("/");
    }

    /** A header that may be there once. */
    Optional<String> header(String name) {
        refuseTwice(name);
        return Optional.ofNullable(request.getHeader(name));
    }

    void refuseTwice(String name) {
        if (Collections.list(request.getHeaders(name)).size() > 1) {
            throw new Refused(Code.MALFORMED, "请求头 " + name + " 只能出现一次。");
        }
    }

    @Nullable
    String contentType() {
        return request.getContentType();
    }

    /** `length`: what the manifest says of it. */
    InputStream body(long length) throws IOException {
        return new SentBytes(request.getInputStream(), length, System::nanoTime);
    }

    /** Keeps what was read until the answer has left. */
    Content keep(Content content) {
        held.add(content);
        return content;
    }

    /** It has taken from its sender's rate. */
    void paid() {
        paid = true;
    }

    boolean isPaid() {
        return paid;
    }

    void untilAnswered(Held something) {
        held.add(something);
    }

    /** Lets go of everything, the last first, whatever happens on the way. */
    @Override
    public void close() {
        if (!held.isEmpty()) {
            try {
                held.remove(held.size() - 1).close();
            } finally {
                close();
            }
        }
    }

    /** Something that a request holds for as long as it is worked on. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
