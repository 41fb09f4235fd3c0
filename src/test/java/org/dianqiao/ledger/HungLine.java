package org.dianqiao.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A line to the database that can be made to hang, and nobody is told. */
final class HungLine implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Socket> ends = new ArrayList<>();
    private final CountDownLatch mended = new CountDownLatch(1);
    private volatile boolean answersHang;
    private volatile boolean questionsHang;

    HungLine(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        begin(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** No answer passes any more. */
    void hangAnswers() {
        answersHang = true;
    }

    /** Of the next question one half passes, and then nothing either way. */
    void hangAmidTheQuestion() {
        hangAnswers();
        questionsHang = true;
    }

    private void welcome() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(client, server));
                begin(() -> pass(client, server, false));
                begin(() -> pass(server, client, true));
            }
        } catch (IOException closed) {
            mended.countDown();
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (answersHang && answers) {
                    mended.await();
                }
                int half = count / 2;
                out.write(bytes, 0, half);
                if (questionsHang && !answers) {
                    mended.await();
                }
                out.write(bytes, half, count - half);
            }
        } catch (IOException | InterruptedException over) {
            mended.countDown();
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        mended.countDown();
        try {
            door.close();
            for (Socket end : ends) {
                end.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
