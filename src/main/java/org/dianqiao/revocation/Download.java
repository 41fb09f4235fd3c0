package org.dianqiao.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.dianqiao.line.Line;
import org.dianqiao.trust.RevocationList;
import org.jspecify.annotations.Nullable;

/** Gets a file from a server that may be anybody: the lines to authorities are seldom encrypted. */
final class Download implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final Line line;

    Download(Duration patience) {
        this.line = new Line(patience, RevocationList.LARGEST);
    }

    /** How a server tells versions of a file apart. */
    record Version(@Nullable String tag, @Nullable String modified) {

        static final Version NONE = new Version(null, null);

        private static Version of(HttpResponse<?> answer) {
            return new Version(
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Last-Modified").orElse(null));
        }
    }

    record Got(byte[] file, Version version) {}

    /** Empty where it is still the version that we have. */
    Optional<Got> get(URI address, Version held) throws NotFetched {
        HttpResponse<byte[]> answer = answer(address, held);
        if (answer.statusCode() == NOT_MODIFIED && !held.equals(Version.NONE)) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new NotFetched("HTTP status " + answer.statusCode());
        }
        return Optional.of(new Got(answer.body(), Version.of(answer)));
    }

    @Override
    public void close() {
        line.close();
    }

    private static HttpRequest request(URI address, Version held) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).setHeader("User-Agent", "Dianqiao");
        if (held.tag() != null) {
            request.setHeader("If-None-Match", held.tag());
        }
        if (held.modified() != null) {
            request.setHeader("If-Modified-Since", held.modified());
        }
        return request.build();
    }

    private HttpResponse<byte[]> answer(URI address, Version held) throws NotFetched {
        try {
            return line.ask(request(address, held));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotFetched(String.valueOf(e.getMessage()));
        }
    }
}
