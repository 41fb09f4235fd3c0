package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.Quoted;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Attesting;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Said;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/**
 * What an answer means that nobody signed. A mapping reads it and says `outcome`: `taken`, `refused` with their `code`,
 * `secret-over`, or anything else, which is unknown. Silence, a broken line and what cannot be read are unknown too: it
 * may have arrived and may not have, and is never taken for success.
 */
@Component
public class UnsignedAnswers {

    private static final String JSON = "application/json";
    private static final String BODY = "body";
    private static final Set<Integer> AT_THE_GATE = Set.of(401, 403);
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final Dialects dialects;
    private final Attesting attesting;
    private final HeaderSignatures signatures;
    private final Watched<Partners> partners;

    UnsignedAnswers(Dialects dialects, Attesting attesting, HeaderSignatures signatures, Watched<Partners> partners) {
        this.dialects = dialects;
        this.attesting = attesting;
        this.signatures = signatures;
        this.partners = partners;
    }

    Outcome read(Consignment sent, Heard heard, String mapping) {
        return read(sent, heard, raw -> dialects.understand(raw.body(), mapping));
    }

    /** A MappingFault is an answer that cannot be understood. */
    Outcome read(Consignment sent, Heard heard, Function<Raw, JsonNode> understanding) {
        return heard instanceof Raw raw ? read(sent, raw, understanding) : ((Silence) heard).asFailure();
    }

    private Outcome read(Consignment sent, Raw raw, Function<Raw, JsonNode> understanding) {
        int status = raw.status();
        boolean atTheGate = AT_THE_GATE.contains(status);
        if (status >= 400 && status < 500 && !atTheGate && !LATER.contains(status)) {
            return new Declined("refused", "HTTP " + status, null, null);
        }
        if ((status < 200 || status >= 300) && !atTheGate) {
            return Failed.status(status);
        }
        try {
            JsonNode understood = understanding.apply(raw);
            return atTheGate ? turnedAway(sent, understood, status) : read(sent, raw, understood);
        } catch (MappingFault fault) {
            String unfit = (fault.field() + " " + fault.zh()).strip();
            return Failed.unfit("HTTP " + status + ", not understood: " + fault.getMessage(), unfit);
        }
    }

    private Outcome read(Consignment sent, Raw raw, JsonNode understood) {
        return switch (understood.path("outcome").asText()) {
            case "taken" -> taken(sent, raw, understood);
            case "refused" -> refused(sent, raw, understood);
            case "secret-over" -> secretOver(sent.delivery().partner(), understood);
            case "unfit" ->
                Failed.unfit(
                        "of no use: " + code(understood),
                        understood.path("text").asText());
            default -> Failed.saying("unknown: " + code(understood), words(understood));
        };
    }

    private static String code(JsonNode understood) {
        return Quoted.code(understood.path("code").asText());
    }

    /** A sentence in the place of a code is one of their words. */
    private static String words(JsonNode understood) {
        String code = understood.path("code").asText();
        String text = understood.path("text").asText();
        return Quoted.isCode(code) ? text : code + " " + text;
    }

    /** What is said at the gate is no answer to what was sent, but may be the end of our secret. */
    private Failed turnedAway(Consignment sent, JsonNode understood, int status) {
        boolean secretOver = understood.path("outcome").asText().equals("secret-over");
        return secretOver ? secretOver(sent.delivery().partner(), understood) : Failed.status(status);
    }

    /** Of a question the `reply` counts, in our words; of anything else what they said. */
    private Delivered taken(Consignment sent, Raw raw, JsonNode understood) {
        return sent.awaited() == Kind.REPLY
                ? replied(sent, understood.path("reply"))
                : delivered(sent, Optional.ofNullable(raw.type()).orElse(JSON), raw.body());
    }

    /** What they said, or what is said of them, in our words. */
    public Delivered replied(Consignment sent, JsonNode json) {
        return delivered(sent, JSON, bytes(json));
    }

    /** With files, whose names the reply knows. */
    Delivered replied(Consignment sent, JsonNode reply, List<Said> files) {
        byte[] json = bytes(reply);
        List<Part> parts = Stream.concat(
                        Stream.of(Part.of(BODY, JSON, json)), files.stream().map(Said::part))
                .toList();
        return new Delivered(attested(sent, Kind.REPLY, parts), JSON, json, attestation(sent.delivery()), files);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Delivered delivered(Consignment sent, String type, byte[] body) {
        Signed answer = attested(sent, sent.awaited(), List.of(Part.of(BODY, type, body)));
        return new Delivered(answer, type, body, attestation(sent.delivery()));
    }

    private Declined refused(Consignment sent, Raw raw, JsonNode understood) {
        String type = Optional.ofNullable(raw.type()).orElse(JSON);
        return new Declined(
                "refused",
                code(understood),
                words(understood),
                attested(sent, Kind.REFUSAL, List.of(Part.of(BODY, type, raw.body()))),
                raw.body());
    }

    private Signed attested(Consignment sent, Kind kind, List<Part> parts) {
        return attesting.attest(
                Manifests.read(sent.delivery().message().manifest()), attestation(sent.delivery()), kind, parts);
    }

    private Attestation attestation(Delivery delivery) {
        return new Attestation(
                delivery.partner(), credentials(delivery.partner()).means());
    }

    private Failed secretOver(String partner, JsonNode understood) {
        signatures.secretIsOver(credentials(partner));
        return Failed.saying("our secret is over: " + code(understood), words(understood));
    }

    private Credentials credentials(String partner) {
        return partners.current()
                .find(partner)
                .map(Partner::endpoint)
                .map(Endpoint::credentials)
                .orElse(Credentials.NONE);
    }
}
