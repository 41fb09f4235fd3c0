package org.dianqiao.connector.front;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a database that breaks once: the way back first, so that the commit arrives and its answer does not. */
final class CutLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger commits = new AtomicInteger();
    private final int port;

    CutLine(int port) throws IOException {
        this.port = port;
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int commits() {
        return commits.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                threads.execute(() -> carry(near, far, true));
                threads.execute(() -> carry(far, near, false));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void carry(Socket from, Socket to, boolean asking) {
        byte[] bytes = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                boolean first = asking && said.contains("COMMIT") && commits.incrementAndGet() == 1;
                if (first) {
                    from.shutdownOutput();
                }
                to.getOutputStream().write(bytes, 0, read);
                if (first) {
                    to.shutdownOutput();
                    return;
                }
            }
        } catch (IOException broken) {
            // The other side has gone too.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
