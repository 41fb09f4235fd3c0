package org.dianqiao.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks only on a line where nobody speaks. A system that answers once too often, or a proxy before it, would else have
 * answered the next question beforehand: another partner's, as like as not, and all that follow.
 *
 * <p>What came while the line was idle is seen before we ask, and we ask on another. What came in one go with the answer
 * before stands in the client's own buffer, which only the parser sees: then our question is out already, and whether it was
 * heard is unknown.
 */
final class QuietLine extends HttpRequestExecutor implements ExecChainHandler {

    /** No more than there are lines to one address. */
    private static final int LINES = 64;

    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        for (int line = 1; ; line++) {
            try {
                return chain.proceed(request, scope);
            } catch (NobodysAnswer e) {
                if (!e.mayAskAgain() || line > LINES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection line,
            HttpResponseInformationCallback interim,
            HttpContext context)
            throws IOException, HttpException {
        if (line.getEndpointDetails().getResponseCount() > 0 && isSpokenOn(line)) {
            throw new NobodysAnswer(false);
        }
        return super.execute(request, line, interim, context);
    }

    /** Of an encrypted line nothing is known without reading, and that waits. */
    private static boolean isSpokenOn(HttpClientConnection line) throws IOException {
        if (line.getSSLSession() == null && line instanceof ManagedHttpClientConnection managed) {
            Socket socket = managed.getSocket();
            return socket != null && socket.getInputStream().available() > 0;
        }
        return line.isDataAvailable(AT_ONCE);
    }

    /** The client asks for a parser without saying what bounds it has. */
    static HttpMessageParserFactory<ClassicHttpResponse> parsers(Http1Config bounds) {
        DefaultHttpResponseParserFactory usual = new DefaultHttpResponseParserFactory(bounds);
        return unsaid -> new Parser(usual.create());
    }

    private static final class Parser implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> parser;
        private boolean moreToCome;

        Parser(HttpMessageParser<ClassicHttpResponse> parser) {
            this.parser = parser;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            if (!moreToCome) {
                requireNothingBut("\r\n", buffer, in);
            }
            ClassicHttpResponse answer = parser.parse(buffer, in);
            moreToCome = answer != null && answer.getCode() < HttpStatus.SC_SUCCESS;
            return answer;
        }

        /** Line ends behind a body are an old habit and mean nothing. */
        private static void requireNothingBut(String meaningless, SessionInputBuffer buffer, InputStream in)
                throws IOException {
            while (buffer.length() > 0) {
                if (meaningless.indexOf(buffer.read(in)) < 0) {
                    throw new NobodysAnswer(true);
                }
            }
        }
    }
}
