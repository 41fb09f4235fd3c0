package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.exchange.Answer;
import org.dianqiao.exchange.Attested;
import org.dianqiao.exchange.Attesting;
import org.dianqiao.exchange.Passage;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Spoken;
import org.dianqiao.exchange.Spoken.Words;
import org.dianqiao.exchange.StrictJson;
import org.jspecify.annotations.Nullable;

/** Where another system's words become a message of the exchange, in the name of whoever said them. */
public final class Edge {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[!-~][ -~]{0,199}");

    private final Attesting attesting;
    private final Passage passage;

    public Edge(Attesting attesting, Passage passage) {
        this.attesting = attesting;
        this.passage = passage;
    }

    public Answered attest(Translated translated, String service) {
        return attest(translated, service, null);
    }

    /** `place`: where we fetched it. What was there once is the same message, however often it is read. */
    public Answered attest(Translated translated, String service, @Nullable String place) {
        try (Attested message = attesting.attest(spoken(translated, service, place))) {
            Answer answer = passage.answer(message);
            return new Answered(translated, answer.status(), body(answer));
        }
    }

    private static Spoken spoken(Translated translated, String service, @Nullable String place) {
        Call call = translated.call();
        String type = Optional.ofNullable(call.contentType())
                .filter(said -> MEDIA_TYPE.matcher(said).matches())
                .orElse("application/octet-stream");
        return new Spoken(
                call.partner(),
                call.means(),
                service,
                words(translated),
                Said.named("original", type, call.body()),
                Optional.ofNullable(translated.fault()).map(Edge::refused).orElse(null),
                place);
    }

    private static @Nullable Words words(Translated translated) {
        JsonNode words = translated.words();
        return translated.fault() != null
                ? null
                : new Words(
                        words.path("case").asText(null),
                        words.path("purpose").asText(null),
                        words.path("payload").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Refused refused(MappingFault fault) {
        return Refused.violating(fault.field(), fault.zh());
    }

    private static JsonNode body(Answer answer) {
        try (InputStream body = answer.body().content().open()) {
            return StrictJson.read(body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
