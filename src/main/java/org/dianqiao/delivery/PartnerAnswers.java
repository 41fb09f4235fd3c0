package org.dianqiao.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Signatures;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.exchange.Wire;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;

/**
 * What a partner's HTTP answer to a message of ours means. Delivered is only what the partner has signed for: a 200 with
 * anything less is a failure like a broken line, and is tried again.
 */
@Component
class PartnerAnswers {

    private final Signatures signatures;
    private final Clock clock;

    PartnerAnswers(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    Outcome read(Delivery delivery, Kind wanted, Heard heard) {
        return heard instanceof Raw raw ? read(delivery, wanted, raw) : ((Silence) heard).asFailure();
    }

    private Outcome read(Delivery delivery, Kind wanted, Raw raw) {
        boolean success = raw.status() >= 200 && raw.status() < 300;
        boolean refusal = raw.status() >= 400
                && raw.status() < 500
                && !List.of(408, 425, 429).contains(raw.status());
        if (!success && !refusal) {
            return Failed.status(raw.status());
        }
        try {
            Signed answer = verified(delivery, success ? wanted : Kind.REFUSAL, raw);
            return success ? delivered(delivery, wanted, answer, raw) : declined(answer, raw);
        } catch (Refused | IllegalArgumentException e) {
            String why = e instanceof Refused refused ? refused.code().word() : e.getMessage();
            return success
                    ? Failed.saying("HTTP " + raw.status() + " without a right " + wanted.word() + ": " + why, "")
                    : new Declined("refused", "HTTP " + raw.status() + ", unsigned", null, null);
        }
    }

    private Signed verified(Delivery delivery, Kind wanted, Raw raw) {
        if (raw.manifest() == null || raw.signature() == null) {
            throw new IllegalArgumentException("unsigned");
        }
        Signed answer = new Signed(Wire.bytes(raw.manifest()), Wire.bytes(raw.signature()));
        Manifest manifest = Manifests.read(answer.manifest());
        require(manifest.kind() == wanted, "kind is " + manifest.kind().word());
        require(manifest.from().equals(delivery.partner()), "it is from somebody else");
        require(delivery.messageId().equals(manifest.replyTo()), "it answers another message");
        require(manifest.service().equals(delivery.service()), "it is about another service");
        signatures.check(answer, delivery.partner(), clock.instant());
        requireBody(manifest, raw);
        return answer;
    }

    /** What goes along with a reply was held against this manifest while it was read. */
    private static void requireBody(Manifest manifest, Raw raw) {
        List<Part> parts = manifest.parts();
        if (raw.body().length == 0 && parts.isEmpty()) {
            return;
        }
        require(
                parts.size() == 1 + raw.further().size() && parts.get(0).sm3().equals(Sm3.hex(Sm3.of(raw.body()))),
                "its body is not the signed one");
        require(
                raw.further().stream().noneMatch(said -> said.part().name().equals("body")),
                "a file with it is called `body`");
    }

    private static Delivered delivered(Delivery delivery, Kind wanted, Signed answer, Raw raw) {
        if (wanted == Kind.RECEIPT) {
            JsonNode receipt = StrictJson.read(raw.body());
            String ours = Sm3.hex(delivery.message().manifestSm3());
            require(ours.equals(receipt.path("manifest").asText()), "it is a receipt for another manifest");
            require(receipt.path("accepted").isTextual(), "it does not say when it was accepted");
        }
        return new Delivered(answer, type(answer), raw.body(), null, raw.further());
    }

    private static Declined declined(Signed answer, Raw raw) {
        String code = code(raw.body());
        return new Declined(code, "HTTP " + raw.status() + " " + code, answer, raw.body());
    }

    /** As they signed it; what stands in the HTTP header is nobody's word. */
    private static String type(Signed answer) {
        return Manifests.read(answer.manifest()).parts().stream()
                .map(Part::type)
                .findFirst()
                .orElse("application/json");
    }

    private static String code(byte[] body) {
        try {
            String code = StrictJson.read(body).path("code").asText("refused");
            return code.matches("[a-z]+(-[a-z]+)*") && code.length() <= 40 ? code : "refused";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
