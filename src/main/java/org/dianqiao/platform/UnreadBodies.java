package org.dianqiao.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who is refused may still be sending a body that nobody wants. A line that is closed over unread bytes is torn down, and
 * the refusal with it: so the refusal goes out, and the rest is read and dropped. But a body may also be promised and
 * never come, and a few hundred strangers could keep every thread waiting. So only a few wait, not for long, and only as
 * long as something comes; then the line ends.
 */
@Component
@Order(0)
class UnreadBodies extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final long AT_HAND = 2 << 20;
    private static final long MOST = 256 << 20;
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();
    private static final long SILENCE = Duration.ofMillis(500).toNanos();
    private static final long PAUSE = Duration.ofMillis(5).toNanos();
    private static final int AT_ONCE = 16;

    private final Semaphore places = new Semaphore(AT_ONCE);

    UnreadBodies() {
        super(true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        org.apache.coyote.Request line = request.getCoyoteRequest();
        if (response.getStatus() >= 400 && !line.isFinished()) {
            drop(line, AT_HAND, 0);
            if (!line.isFinished()) {
                end(line, response);
            }
        }
    }

    /** Said, or the sender would put the next message on a line that is gone. */
    private void end(org.apache.coyote.Request line, Response response) throws IOException {
        response.setHeader("Connection", "close");
        response.flushBuffer();
        if (places.tryAcquire()) {
            try {
                drop(line, MOST, SILENCE);
            } finally {
                places.release();
            }
        }
        line.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void drop(org.apache.coyote.Request line, long most, long silence) throws IOException {
        Dropped dropped = new Dropped();
        long begun = System.nanoTime();
        long heard = begun;
        long bytes = 0;
        while (!line.isFinished() && bytes < most && System.nanoTime() - begun < LONGEST) {
            if (hasSomethingCome(line)) {
                bytes += line.doRead(dropped);
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard < silence) {
                LockSupport.parkNanos(PAUSE);
            } else {
                return;
            }
        }
    }

    private static boolean hasSomethingCome(org.apache.coyote.Request line) {
        line.action(ActionCode.AVAILABLE, true);
        return line.getAvailable() > 0;
    }

    /** Whom the server hands what it has read, without a copy. */
    private static final class Dropped implements ApplicationBufferHandler {

        private @Nullable ByteBuffer bytes;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // What is dropped needs no room.
        }
    }
}
