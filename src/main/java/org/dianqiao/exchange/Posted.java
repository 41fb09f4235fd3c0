package org.dianqiao.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands at the door. Routes get it as their body and nothing of it as a header: what a stranger calls
 * `CamelHttpUri`, in whatever letter case, is never more than a header that nobody asks for.
 */
public final class Posted extends Arrival {

    private final HttpServletRequest request;
    private final String service;

    Posted(HttpServletRequest request, String service) {
        this.request = request;
        this.service = service;
    }

    /** The last segment of the path. */
    @Override
    public String service() {
        return service;
    }

    @Override
    public URI base() {
        return URI.create(request.getRequestURL().toString()).resolve("/");
    }

    @Override
    Opened open(Checks checks) {
        return checks.open(this);
    }

    @Override
    List<Content> sent(Manifest manifest, Parts parts) {
        return parts.sent(manifest, this);
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
}
