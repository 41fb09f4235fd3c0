package org.dianqiao.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a message on the wire: nothing (of no type), one part as it stands, or several as multipart/mixed. */
record Body(String type, byte[] bytes) {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final String MULTIPART = "multipart/mixed";
    private static final String EOL = "\r\n";
    private static final byte[] END_OF_HEAD = utf8(EOL + EOL);

    static Body of(List<Part> parts, String boundary) {
        return switch (parts.size()) {
            case 0 -> new Body("", new byte[0]);
            case 1 -> new Body(parts.get(0).type(), parts.get(0).bytes());
            default -> new Body(MULTIPART + "; boundary=\"" + boundary + "\"", join(parts, boundary));
        };
    }

    /** The parts that the manifest names, each with its name, type, length and digest; an IOException if not. */
    List<Part> parts(List<Manifest.Entry> entries) throws IOException {
        List<Manifest.Entry> sent =
                entries.stream().filter(entry -> !entry.stored()).toList();
        List<Part> parts = sent.size() > 1 ? new Splitting(sent).parts() : single(sent);
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), sent.get(i));
        }
        return parts;
    }

    private List<Part> single(List<Manifest.Entry> sent) throws IOException {
        if (sent.isEmpty()) {
            require(bytes.length == 0, "a body, though the manifest names no part");
            return List.of();
        }
        Manifest.Entry entry = sent.get(0);
        require(media(type).equals(media(entry.type())), "the Content-Type is not the part's type");
        return List.of(new Part(entry.name(), entry.type(), bytes));
    }

    private static void check(Part part, Manifest.Entry entry) throws IOException {
        require(part.bytes().length == entry.length(), "the part " + entry.name() + " has another length");
        require(Sm3.hex(part.bytes()).equals(entry.sm3()), "the part " + entry.name() + " has another digest");
    }

    private static byte[] join(List<Part> parts, String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes(utf8("--" + boundary + EOL + "Content-Disposition: attachment; name=\"" + part.name() + "\""
                    + EOL + "Content-Type: " + part.type() + EOL + EOL));
            out.writeBytes(part.bytes());
            out.writeBytes(utf8(EOL));
        }
        out.writeBytes(utf8("--" + boundary + "--" + EOL));
        return out.toByteArray();
    }

    private static String media(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    /** Walks through a multipart body; the manifest's lengths say where each part ends. */
    private final class Splitting {

        private final List<Manifest.Entry> entries;
        private final byte[] delimiter;
        private int at;

        Splitting(List<Manifest.Entry> entries) throws IOException {
            this.entries = entries;
            this.delimiter = utf8("--" + boundary());
        }

        List<Part> parts() throws IOException {
            List<Part> parts = new ArrayList<>();
            skipTo(delimiter);
            take(delimiter);
            for (Manifest.Entry entry : entries) {
                take(utf8(EOL));
                parts.add(part(entry));
                take(utf8(EOL));
                take(delimiter);
            }
            take(utf8("--"));
            return parts;
        }

        private Part part(Manifest.Entry entry) throws IOException {
            require(namedIn(head(), entry.name()), "the part " + entry.name() + " is not where it should be");
            require(entry.length() <= bytes.length - at, "the part " + entry.name() + " is cut short");
            int start = at;
            at += (int) entry.length();
            return new Part(entry.name(), entry.type(), Arrays.copyOfRange(bytes, start, at));
        }

        private String head() throws IOException {
            int start = at;
            skipTo(END_OF_HEAD);
            take(END_OF_HEAD);
            return new String(bytes, start, at - start, StandardCharsets.UTF_8);
        }

        private void skipTo(byte[] expected) {
            while (at < bytes.length && !startsWith(expected)) {
                at++;
            }
        }

        private boolean namedIn(String head, String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                    .anyMatch(
                            line -> line.contains(" name=\"" + name + "\"") || line.contains(";name=\"" + name + "\""));
        }

        private void take(byte[] expected) throws IOException {
            require(startsWith(expected), "the multipart body does not follow the manifest");
            at += expected.length;
        }

        private boolean startsWith(byte[] expected) {
            int end = at + expected.length;
            return end <= bytes.length && Arrays.equals(bytes, at, end, expected, 0, expected.length);
        }

        private String boundary() throws IOException {
            Matcher matcher = BOUNDARY.matcher(type);
            require(media(type).equals(MULTIPART) && matcher.find(), "the Content-Type is not multipart/mixed");
            return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        }
    }
}
