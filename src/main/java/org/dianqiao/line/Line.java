package org.dianqiao.line;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for something. Nothing that it does makes us wait longer than our patience for all of its answer, hold
 * more of that than we said, or go anywhere else than where we were sent.
 */
public final class Line implements AutoCloseable {

    private final Duration patience;
    private final int largest;
    private final HttpClient client;
    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile boolean closed;

    /** @param largest how many bytes a body may have */
    public Line(Duration patience, int largest) {
        this(patience, largest, client(patience).build());
    }

    /** @param tls with what it is agreed to */
    public Line(Duration patience, int largest, SSLContext tls) {
        this(patience, largest, client(patience).sslContext(tls).build());
    }

    private Line(Duration patience, int largest, HttpClient client) {
        this.patience = patience;
        this.largest = largest;
        this.client = client;
    }

    private static HttpClient.Builder client(Duration patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience);
    }

    /** One at a time. IOException with a sentence for an operator. */
    public HttpResponse<byte[]> ask(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new Bounded(largest));
        underWay = answer;
        try {
            if (closed) {
                answer.cancel(true);
            }
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no whole answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(reason(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (CancellationException e) {
            throw new InterruptedIOException("hung up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    /** Whoever waits for an answer, or asks later, is told at once that there is none. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<?> answer = underWay;
        if (answer != null) {
            answer.cancel(true);
        }
    }

    /** Not only of a broken line: an address with a port that does not exist gets as far as this. */
    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
