package org.dianqiao.sandbox.outside;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Brings a reply to the caller, spoilt as the faults will have it. */
record Delivery(Faults faults, CountDownLatch closing) {

    private static final long GIBIBYTE = 1L << 30;
    private static final byte[] BLANKS = blanks();
    private static final String BUSY = "系统繁忙，请稍后再试";

    void deliver(Reply reply, HttpExchange exchange) throws IOException {
        if (faults.has(Fault.SLOW)) {
            rest(faults.slowness().toMillis());
        }
        if (faults.has(Fault.TIME_OUT_AFTER_SUCCESS) && reply.changed()) {
            rest(Long.MAX_VALUE);
        } else if (faults.has(Fault.REDIRECT_METADATA)) {
            redirect("http://169.254.169.254/latest/meta-data/", exchange);
        } else if (faults.has(Fault.REDIRECT_FILE)) {
            redirect("file:///etc/passwd", exchange);
        } else {
            write(spoilt(reply), exchange);
        }
    }

    private Reply spoilt(Reply reply) {
        Reply spoilt = reply;
        if (faults.has(Fault.TEXT_ERRORS) && (reply.failed() || !reply.isJson())) {
            spoilt = reply.asText(reply.failed() ? reply.written() : BUSY);
        }
        if (faults.has(Fault.LEADING_ZEROS)) {
            spoilt = spoilt.with(Json.unquoted(spoilt.body()));
        }
        return faults.has(Fault.GBK) ? spoilt.with(spoilt.written().getBytes(Charset.forName("GBK"))) : spoilt;
    }

    /** An answer that goes on does so in blanks: to JSON they mean nothing, so that only its length is wrong. */
    private void write(Reply reply, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        byte[] body = reply.body();
        if (faults.has(Fault.ENDLESS)) {
            exchange.sendResponseHeaders(reply.status(), 0);
            goOn(exchange.getResponseBody(), body, Long.MAX_VALUE);
        } else if (faults.has(Fault.HUGE)) {
            exchange.sendResponseHeaders(reply.status(), GIBIBYTE);
            goOn(exchange.getResponseBody(), body, GIBIBYTE);
        } else {
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Until so much is written, or the caller hangs up. */
    private static void goOn(OutputStream out, byte[] body, long length) throws IOException {
        out.write(body);
        for (long rest = length - body.length; rest > 0; rest -= BLANKS.length) {
            out.write(BLANKS, 0, (int) Math.min(rest, BLANKS.length));
        }
    }

    private static void redirect(String location, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private void rest(long milliseconds) throws IOException {
        try {
            if (closing.await(milliseconds, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[64 << 10];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }
}
