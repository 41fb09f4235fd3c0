package org.dianqiao.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianqiao.ledger.Signed;

/**
 * What goes back over HTTP.
 *
 * @param further what goes along with the body: then all of it is `multipart/mixed`
 */
public record Answer(int status, Said body, List<Said> further, Map<String, String> headers) {

    private static final String ENTRY = "DQ-Entry";

    Answer(int status, Said body, Map<String, String> headers) {
        this(status, body, List.of(), headers);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, further, more);
    }

    /** The provider's own signed words, beside ours. */
    Answer withOrigin(Signed origin) {
        return with("DQ-Origin-Manifest", Wire.base64(origin.manifest()))
                .with("DQ-Origin-Signature", Wire.base64(origin.signature()));
    }

    static Answer signed(int status, Signed signed, String entry, Said body, List<Said> further) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("DQ-Manifest", Wire.base64(signed.manifest()));
        headers.put("DQ-Signature", Wire.base64(signed.signature()));
        headers.put(ENTRY, entry);
        return new Answer(status, body, further, headers);
    }

    /** A refusal that is no evidence. */
    public static Answer unsigned(Refused refused) {
        Said problem = Said.of(Problem.TYPE, Problem.of(refused));
        return problem(refused, new Answer(refused.code().status(), problem, Map.of()));
    }

    /** Adds what HTTP wants to know of a refusal. */
    static Answer problem(Refused refused, Answer answer) {
        return refused.retryAfterSeconds() > 0
                ? answer.with("Retry-After", Integer.toString(refused.retryAfterSeconds()))
                : answer;
    }

    public void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (further.isEmpty()) {
            one(response);
        } else {
            several(response);
        }
    }

    private void one(HttpServletResponse response) throws IOException {
        response.setContentType(body.part().type());
        response.setContentLengthLong(body.part().length());
        try (InputStream bytes = body.content().open()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private void several(HttpServletResponse response) throws IOException {
        MixedBody mixed = new MixedBody(
                "dqx-" + headers.get(ENTRY),
                Said.all(body, further).stream()
                        .map(said -> new MixedBody.Piece(said.part(), said.content()::open))
                        .toList());
        response.setContentType(mixed.type());
        try (InputStream bytes = mixed.open()) {
            bytes.transferTo(response.getOutputStream());
        }
    }
}
