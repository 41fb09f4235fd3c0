package org.dianqiao.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Whoever has heard enough of an answer hangs up. The client's own way is to read the rest first, so that the line can be
 * used again: that takes as long as the partner likes.
 */
final class HangUp implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new Answer(entity, scope.execRuntime));
        }
        return response;
    }

    private static final class Answer extends HttpEntityWrapper {

        private final ExecRuntime line;
        private boolean whole;

        Answer(HttpEntity entity, ExecRuntime line) {
            super(entity);
            this.line = line;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public int read() throws IOException {
                    return heard(in.read());
                }

                @Override
                public int read(byte[] bytes, int from, int most) throws IOException {
                    return heard(in.read(bytes, from, most));
                }

                @Override
                public void close() throws IOException {
                    Answer.this.close();
                }
            };
        }

        private int heard(int read) {
            whole |= read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (whole) {
                super.close();
            } else {
                line.discardEndpoint();
            }
        }
    }
}
