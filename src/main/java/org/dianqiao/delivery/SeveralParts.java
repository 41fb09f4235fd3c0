package org.dianqiao.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Parts;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replies that bring files along. They are held against the manifest while they are read; whether that is the partner's
 * is found out afterwards, so no more is taken than anybody may send us.
 */
@Component
class SeveralParts {

    private final Parts parts;
    private final ReplySettings settings;

    SeveralParts(Parts parts, ReplySettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /** Kept until the question is answered. None where the manifest names one part, or nobody has asked for more. */
    List<Said> take(@Nullable String manifest, @Nullable String type, InputStream in, @Nullable Message query)
            throws IOException {
        List<Part> named = query == null || manifest == null ? List.of() : named(manifest);
        return query == null || named.size() < 2 ? List.of() : take(named, type, in, query);
    }

    private List<Said> take(List<Part> named, @Nullable String type, InputStream in, Message query) throws IOException {
        long length = named.stream().mapToLong(Part::length).sum();
        if (length > settings.largest().toBytes() || named.get(0).length() > LineSteps.LARGEST_ANSWER) {
            throw new TooLarge();
        }
        try {
            List<Content> taken = parts.several(named, type, in, query::keep);
            return IntStream.range(0, named.size())
                    .mapToObj(i -> new Said(named.get(i), taken.get(i)))
                    .toList();
        } catch (Refused mismatch) {
            throw new IOException("its parts are not those of its manifest: " + mismatch.detail(), mismatch);
        }
    }

    /** What is no manifest is found out where it is read in earnest. */
    private static List<Part> named(String header) {
        try {
            return Manifests.read(Wire.bytes(header)).parts();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
