package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the gateway brings and gives it its signed answer. */
final class Reception {

    private static final int REMEMBERED = 10_000;

    private final Identity identity;
    private final Identity impostor;
    private final Signatories gateway;
    private final Clerk clerk;
    private final Clock clock;
    private final Memory memory = new Memory(REMEMBERED);

    Reception(Identity identity, Signatories gateway, Clerk clerk, Clock clock) {
        this.identity = identity;
        this.impostor = identity.withKey(Authority.newKey());
        this.gateway = gateway;
        this.clerk = clerk;
        this.clock = clock;
    }

    /** What came over the wire. */
    record Delivery(
            String service,
            @Nullable String manifest,
            @Nullable String signature,
            Body body) {}

    /** The answer to a delivery, the first one if it came before. */
    Answered receive(Delivery delivery) throws Refusal {
        Incoming incoming = opened(delivery);
        return memory.once(incoming.manifest().id(), incoming.manifestSm3(), () -> answer(incoming));
    }

    /** The same answer, signed with a key that is not ours. */
    Answered forged(Answered right) {
        Message answer = right.answer();
        return new Answered(
                right.status(), right.manifestSm3(), Message.sealed(answer.manifest(), answer.parts(), impostor));
    }

    private Incoming opened(Delivery delivery) throws Refusal {
        byte[] bytes = decoded(Message.MANIFEST_HEADER, delivery.manifest());
        byte[] signature = decoded(Message.SIGNATURE_HEADER, delivery.signature());
        if (gateway.of(bytes, signature).isEmpty()) {
            throw new Refusal(401, "bad-signature", "签名不是网关的");
        }
        Manifest manifest = manifest(bytes);
        require(manifest.service().equals(delivery.service()), "服务与路径不符");
        require(identity.id().equals(manifest.to()), "报文不是给 " + identity.id() + " 的");
        return new Incoming(manifest, Sm3.hex(bytes), parts(delivery.body(), manifest));
    }

    private Answered answer(Incoming incoming) throws Refusal {
        return switch (incoming.manifest().kind()) {
            case "event" -> receipt(incoming);
            case "query" -> reply(incoming);
            default -> throw new Refusal(400, "malformed", "kind 只能是 event 或 query");
        };
    }

    private Answered receipt(Incoming event) throws Refusal {
        clerk.take(event);
        String now = Manifest.sent(clock.instant());
        ObjectNode body = Json.object().put("accepted", now).put("manifest", event.manifestSm3());
        return answered(202, "receipt", event, new Part("body", "application/json", Json.write(body)), now);
    }

    private Answered reply(Incoming query) throws Refusal {
        Part body = new Part("body", "application/json", Json.write(clerk.reply(query)));
        return answered(200, "reply", query, body, Manifest.sent(clock.instant()));
    }

    private Answered answered(int status, String kind, Incoming asked, Part body, String sent) {
        Manifest manifest = Manifest.answering(asked.manifest(), kind, identity.id(), sent, List.of(body.entry()));
        return new Answered(status, asked.manifestSm3(), Message.sealed(manifest, List.of(body), identity));
    }

    private static Manifest manifest(byte[] bytes) throws Refusal {
        try {
            return Manifest.read(bytes);
        } catch (IOException e) {
            throw new Refusal(400, "malformed", e);
        }
    }

    private static List<Part> parts(Body body, Manifest manifest) throws Refusal {
        try {
            return body.parts(manifest.parts());
        } catch (IOException e) {
            throw new Refusal(400, "digest-mismatch", e);
        }
    }

    private static byte[] decoded(String name, @Nullable String header) throws Refusal {
        require(header != null, "缺少 " + name);
        try {
            return Base64.getDecoder().decode(header);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "malformed", e);
        }
    }

    private static void require(boolean holds, String otherwise) throws Refusal {
        if (!holds) {
            throw new Refusal(400, "malformed", otherwise);
        }
    }
}
