package org.dianqiao.connector.front;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Lines to a database whose driver knows no bound of its own: what comes in answer to one statement may not be larger than
 * this, however many rows and columns it has. A statement begins where we write after we have read.
 */
public final class BoundedSockets extends SocketFactory {

    static final long LARGEST_ANSWER = 16L << 20;

    private static final class TooLarge extends IOException {

        private TooLarge() {
            super("the database's answer is larger than " + (LARGEST_ANSWER >> 20) + " MiB");
        }
    }

    /** Whether that is what went wrong; of PostgreSQL it is the driver that says so. */
    static boolean isTooLarge(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause instanceof TooLarge || String.valueOf(cause.getMessage()).contains("maxResultBuffer");
    }

    @Override
    public Socket createSocket() {
        return new Bounded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("the driver connects by itself");
    }

    private static final class Bounded extends Socket {

        private final AtomicLong read = new AtomicLong();

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = in.read();
                    count(1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int most) throws IOException {
                    int some = in.read(into, from, most);
                    count(Math.max(0, some));
                    return some;
                }
            };
        }

        private void count(int more) throws IOException {
            if (read.addAndGet(more) > LARGEST_ANSWER) {
                throw new TooLarge();
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    read.set(0);
                    out.write(bytes, from, count);
                }
            };
        }
    }
}
