package org.dianqiao.platform;

import java.io.IOException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections that all partners' lines have in common.
 *
 * <p>The danger is what one partner's answer does to the others'. The client holds the head of an answer whole, so its
 * lines and their number are bounded. And when anything throws an Error in a thread that sends, the client closes the
 * connections of all: here only the gateway closes them.
 */
final class LinesInCommon implements HttpClientConnectionManager {

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();
    private static final int FOR_ALL = 1000;
    private static final int FOR_EACH = 64;
    private static final Timeout TO_CONNECT = Timeout.ofSeconds(10);

    /** Whoever closes a line that rests does it between two questions: a question put on it would find no answer. */
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(200);

    private final PoolingHttpClientConnectionManager lines;

    LinesInCommon() {
        this(DefaultClientTlsStrategy.createDefault());
    }

    /** @param tls how it is agreed to */
    LinesInCommon(TlsSocketStrategy tls) {
        this(SystemDefaultDnsResolver.INSTANCE, tls);
    }

    /** @param book where names stand for addresses */
    LinesInCommon(DnsResolver book, TlsSocketStrategy tls) {
        lines = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(BOUNDS)
                        .responseParserFactory(QuietLine.parsers(BOUNDS))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(TO_CONNECT)
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .setMaxConnTotal(FOR_ALL)
                .setMaxConnPerRoute(FOR_EACH)
                .setDnsResolver(book)
                .setTlsSocketStrategy(tls)
                .build();
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout patience, @Nullable Object state) {
        return lines.lease(id, route, patience, state);
    }

    @Override
    public void release(ConnectionEndpoint line, @Nullable Object state, TimeValue good) {
        lines.release(line, state, good);
    }

    @Override
    public void connect(ConnectionEndpoint line, TimeValue patience, HttpContext context) throws IOException {
        lines.connect(line, patience, context);
    }

    @Override
    public void upgrade(ConnectionEndpoint line, HttpContext context) throws IOException {
        lines.upgrade(line, context);
    }

    /** The client's wish. */
    @Override
    public void close(CloseMode mode) {
        lines.closeExpired();
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }

    /** The gateway's. */
    void hangUp() {
        lines.close(CloseMode.IMMEDIATE);
    }
}
