package org.dianqiao.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;
import org.dianqiao.threads.Daemons;

/**
 * Whoever has heard enough of an answer hangs up. The client's own way is to read the rest first, so that the line can be
 * used again: that takes as long as the partner likes. So does an answer whose head comes a byte at a time, for the
 * client's time-out begins anew with each: here all of the head has its time.
 */
final class HangUp implements ExecChainHandler {

    private final Timeout patience;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Daemons.named("hang-up"));

    HangUp(Timeout patience) {
        this.patience = patience;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> end = clock.schedule(
                () -> {
                    late.set(true);
                    ((Cancellable) scope.execRuntime).cancel();
                },
                patience.toMilliseconds(),
                TimeUnit.MILLISECONDS);
        try {
            return heard(chain.proceed(request, scope), scope);
        } catch (IOException | RuntimeException e) {
            if (late.get()) {
                throw (IOException) new SocketTimeoutException("the head of the answer came too slowly").initCause(e);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private static ClassicHttpResponse heard(ClassicHttpResponse response, ExecChain.Scope scope) {
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
