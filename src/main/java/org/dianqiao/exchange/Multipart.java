package org.dianqiao.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A multipart/mixed body, read in a stream. The manifest has told the length of every part, so nothing is searched for:
 * after that many bytes the boundary stands there, or the body is not what the manifest says.
 */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME =
            Pattern.compile("(?i)^content-disposition:\\s*attachment\\s*;(?:.*;)?\\s*name=\"([^\"]*)\".*");
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_LINES = 40;

    private final InputStream in;
    private final String delimiter;
    private boolean begun;

    private Multipart(InputStream in, String delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    static Multipart of(@Nullable String contentType, InputStream in) {
        if (!Parts.mediaType(contentType).equals("multipart/mixed")) {
            throw Parts.mismatch("清单有多个部件，正文必须是 multipart/mixed。");
        }
        Matcher boundary = BOUNDARY.matcher(String.valueOf(contentType));
        if (!boundary.find()) {
            throw Parts.mismatch("Content-Type 缺少 boundary。");
        }
        return new Multipart(in, "--" + Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2)));
    }

    /** Goes to the next part and says its name. */
    String next() throws IOException {
        if (begun) {
            afterContent(delimiter);
        } else {
            preamble();
        }
        begun = true;
        return headers();
    }

    InputStream body() {
        return in;
    }

    /** Behind the closing boundary nothing counts; it is read so that the connection can be kept. */
    void end() throws IOException {
        afterContent(delimiter + "--");
        if (in.readNBytes(LONGEST_LINE).length == LONGEST_LINE) {
            throw Parts.mismatch("multipart 结束边界之后还有内容。");
        }
    }

    private void preamble() throws IOException {
        for (int i = 0; i < MOST_LINES; i++) {
            if (line().stripTrailing().equals(delimiter)) {
                return;
            }
        }
        throw Parts.mismatch("正文中找不到第一个 multipart 边界。");
    }

    private void afterContent(String expected) throws IOException {
        if (!line().isEmpty() || !line().stripTrailing().equals(expected)) {
            throw Parts.mismatch("部件之后不是预期的 multipart 边界：部件缺失、多余或比清单更长。");
        }
    }

    private String headers() throws IOException {
        String name = "";
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line();
            if (line.isEmpty()) {
                return name;
            }
            Matcher disposition = NAME.matcher(line);
            name = disposition.matches() ? disposition.group(1) : name;
        }
        throw Parts.mismatch("一个部件的头部行数过多。");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return ended(line);
            }
            if (line.size() == LONGEST_LINE) {
                throw Parts.mismatch("multipart 中有过长的一行。");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The closing boundary may be the last of the body, without a line's end. */
    private String ended(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.equals(delimiter + "--")) {
            return text;
        }
        throw Parts.mismatch("正文没有传完整。");
    }
}
