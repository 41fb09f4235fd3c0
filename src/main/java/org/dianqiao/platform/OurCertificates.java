package org.dianqiao.platform;

import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.Tls;
import org.jspecify.annotations.Nullable;

/**
 * Shows each partner the certificate that its file names 双向 TLS.
 *
 * <p>The danger is a connection that was opened with one certificate and is used in the name of another: two partners may
 * have one address. So a connection belongs to the keys that it was opened with, as the client's pool keeps them apart.
 */
final class OurCertificates implements ExecChainHandler, TlsSocketStrategy {

    private final Watched<Partners> partners;
    private final TlsSocketStrategy plain = DefaultClientTlsStrategy.createDefault();
    private final Map<Tls, TlsSocketStrategy> strategies = Collections.synchronizedMap(new WeakHashMap<>());

    OurCertificates(Watched<Partners> partners) {
        this.partners = partners;
    }

    /** The header says whose request it is, and goes no further. */
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Header whose = request.getFirstHeader(Tls.SHOWN_TO);
        if (whose != null) {
            request.removeHeaders(Tls.SHOWN_TO);
            scope.clientContext.setUserToken(tls(whose.getValue()));
        }
        return chain.proceed(request, scope);
    }

    private Tls tls(String partner) {
        return partners.current()
                .find(partner)
                .map(Partner::endpoint)
                .flatMap(endpoint -> Optional.ofNullable(endpoint).map(Endpoint::tls))
                .orElseThrow(() -> new IllegalStateException(partner + " is shown no certificate any more"));
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        Object keys = HttpClientContext.cast(context).getUserToken();
        return strategy(keys).upgrade(socket, host, port, attachment, context);
    }

    private TlsSocketStrategy strategy(@Nullable Object keys) {
        return keys instanceof Tls tls
                ? strategies.computeIfAbsent(tls, each -> new DefaultClientTlsStrategy(each.context()))
                : plain;
    }
}
