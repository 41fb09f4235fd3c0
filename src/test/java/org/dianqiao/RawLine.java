package org.dianqiao;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A connection on which HTTP need not be spoken well. One request, then the other side's words until it hangs up. */
public final class RawLine implements AutoCloseable {

    private static final int PATIENCE = 15_000;

    private final Socket socket;

    private RawLine(Socket socket) {
        this.socket = socket;
    }

    public static RawLine to(URI gateway) throws IOException {
        return opened(new Socket(gateway.getHost(), gateway.getPort()));
    }

    /** `address`: one of this machine's own. */
    public static RawLine from(String address, URI gateway) throws IOException {
        return opened(new Socket(gateway.getHost(), gateway.getPort(), InetAddress.getByName(address), 0));
    }

    private static RawLine opened(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        return new RawLine(socket);
    }

    /** A whole request without a body. */
    public static Reply ask(URI gateway, String method, String target, String... headers) {
        return tell(gateway, method, target, List.of(headers), new byte[0]);
    }

    public static Reply tell(URI gateway, String method, String target, List<String> headers, byte[] body) {
        try (RawLine line = to(gateway)) {
            return line.tell(method, target, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reply tell(
            String address, URI gateway, String method, String target, List<String> headers, byte[] body) {
        try (RawLine line = from(address, gateway)) {
            return line.tell(method, target, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply tell(String method, String target, List<String> headers, byte[] body) throws IOException {
        say(head(method, target, headers));
        say(body);
        return reply();
    }

    /** `headers`: names and values in turn. */
    public static byte[] head(String method, String target, List<String> headers) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Who has heard enough may answer and hang up in the middle of it. */
    private void say(byte[] bytes) throws IOException {
        try {
            write(bytes);
        } catch (SocketException hungUp) {
            // What they answered is still to be read.
        }
    }

    /** Says nothing more, but listens. */
    public RawLine fallSilent() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next line of what the other side says, without its end. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("they hung up after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    public Reply reply() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException hungUp) {
            if (heard.size() == 0) {
                throw hungUp;
            }
        }
        return parsed(heard.toByteArray());
    }

    private static Reply parsed(byte[] heard) throws IOException {
        String text = new String(heard, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer but: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        byte[] body = Arrays.copyOfRange(heard, end + 4, heard.length);
        return new Reply(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                "chunked".equals(headers.get("transfer-encoding")) ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int eol = at;
            while (chunks[eol] != '\r') {
                eol++;
            }
            int length = Integer.parseInt(new String(chunks, at, eol - at, StandardCharsets.US_ASCII), 16);
            body.write(chunks, eol + 2, length);
            at = eol + 2 + length + 2;
        }
        return body.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
