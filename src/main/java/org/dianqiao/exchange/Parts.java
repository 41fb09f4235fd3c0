package org.dianqiao.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.dianqiao.catalogue.Service;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts that a manifest names from the body of a request: none, one as it stands, or several. Between them
 * stand those that were uploaded before.
 */
public final class Parts {

    private final Spool spool;
    private final UploadedPartStore uploaded;

    public Parts(Spool spool, UploadedPartStore uploaded) {
        this.spool = spool;
        this.uploaded = uploaded;
    }

    static Refused mismatch(String detail) {
        return new Refused(Code.DIGEST_MISMATCH, detail);
    }

    /** The one of `part.upload` is only to come. */
    List<Content> read(Manifest manifest, Service service, Arrival arrival) {
        Iterator<Content> sent = arrival.sent(manifest, this).iterator();
        if (service.announcesUpload()) {
            return List.of();
        }
        return manifest.parts().stream()
                .map(part -> part.stored() ? uploaded(manifest.from(), part) : sent.next())
                .toList();
    }

    private Content uploaded(String sender, Part part) {
        return uploaded.find(sender, part)
                .orElseThrow(() -> mismatch("部件“" + part.name() + "”没有由贵单位上传完成的内容，请先用 part.upload 上传。"));
    }

    List<Content> sent(Manifest manifest, Posted arrival) {
        List<Part> sent =
                manifest.parts().stream().filter(part -> !part.stored()).toList();
        try {
            InputStream body =
                    arrival.body(sent.stream().mapToLong(Part::length).sum());
            List<Content> contents = sent.size() > 1 ? several(sent, arrival, body) : atMostOne(sent, arrival, body);
            if (body.read() >= 0) {
                throw mismatch("正文比清单所列的部件更长。");
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Content> atMostOne(List<Part> sent, Posted arrival, InputStream body) throws IOException {
        if (sent.isEmpty()) {
            return List.of();
        }
        Part part = sent.get(0);
        if (!mediaType(arrival.contentType()).equals(mediaType(part.type()))) {
            throw mismatch("Content-Type 与清单中部件的 type 不一致。");
        }
        return List.of(arrival.keep(spool.take(part, body)));
    }

    private List<Content> several(List<Part> sent, Posted arrival, InputStream body) throws IOException {
        return several(sent, arrival.contentType(), body, arrival::keep);
    }

    /** Each is handed to `keeping` as soon as it is there, whatever becomes of those after it. */
    public List<Content> several(
            List<Part> sent, @Nullable String contentType, InputStream body, UnaryOperator<Content> keeping)
            throws IOException {
        Multipart multipart = Multipart.of(contentType, new BufferedInputStream(body, 1 << 16));
        List<Content> contents = new ArrayList<>();
        for (Part part : sent) {
            if (!multipart.next().equals(part.name())) {
                throw mismatch("部件“" + part.name() + "”缺失或顺序与清单不符。");
            }
            contents.add(keeping.apply(spool.take(part, multipart.body())));
        }
        multipart.end();
        return contents;
    }

    /** A media type without its parameters, in lower case. */
    static String mediaType(@Nullable String type) {
        if (type == null) {
            return "";
        }
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
