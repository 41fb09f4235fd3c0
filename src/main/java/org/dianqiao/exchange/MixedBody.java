package org.dianqiao.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Several parts as one body, in the manifest's order. Each is opened when its turn comes, and none is ever whole in memory. */
public record MixedBody(String boundary, List<Piece> pieces) {

    private static final String EOL = "\r\n";

    /** A part, and where its bytes come from. */
    public record Piece(String name, String type, Supplier<InputStream> bytes) {

        Piece(Part part, Supplier<InputStream> bytes) {
            this(part.name(), part.type(), bytes);
        }
    }

    public String type() {
        return "multipart/mixed; boundary=" + boundary;
    }

    public InputStream open() {
        List<Supplier<InputStream>> streams = new ArrayList<>();
        for (Piece piece : pieces) {
            streams.add(text("--" + boundary + EOL + "Content-Disposition: attachment; name=\"" + piece.name() + "\""
                    + EOL + "Content-Type: " + piece.type() + EOL + EOL));
            streams.add(piece.bytes());
            streams.add(text(EOL));
        }
        streams.add(text("--" + boundary + "--" + EOL));
        return new SequenceInputStream(Collections.enumeration(new Opening(streams)));
    }

    /** Each is opened when it is come to. */
    private static final class Opening extends AbstractList<InputStream> {

        private final List<Supplier<InputStream>> streams;

        private Opening(List<Supplier<InputStream>> streams) {
            this.streams = streams;
        }

        @Override
        public InputStream get(int index) {
            return streams.get(index).get();
        }

        @Override
        public int size() {
            return streams.size();
        }
    }

    private static Supplier<InputStream> text(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
