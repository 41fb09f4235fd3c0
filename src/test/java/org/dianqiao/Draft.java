package org.dianqiao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.encoders.Hex;

/** A message before it is signed: right unless told otherwise, and anything in its manifest may be made wrong. */
public final class Draft {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectNode manifest = JSON.createObjectNode();
    private final UnaryOperator<byte[]> seal;
    private List<Piece> pieces;

    /** A part with its bytes. */
    public record Piece(String name, String type, byte[] bytes) {

        public static Piece json(JsonNode payload) {
            return new Piece("payload", "application/json", Draft.bytes(payload));
        }

        public static Piece text(String name, String text) {
            return new Piece(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Draft(String from, UnaryOperator<byte[]> seal, String kind, String service, List<Piece> pieces) {
        this.seal = seal;
        this.pieces = pieces;
        manifest.put("v", 1).put("id", UUID.randomUUID().toString()).put("kind", kind);
        manifest.put("service", service).put("from", from).put("sent", SENT.format(Instant.now()));
        declare(pieces);
    }

    public static Draft event(String from, UnaryOperator<byte[]> seal, String service, JsonNode payload) {
        return new Draft(from, seal, "event", service, List.of(Piece.json(payload)));
    }

    public static Draft query(String from, UnaryOperator<byte[]> seal, String service, JsonNode payload) {
        return new Draft(from, seal, "query", service, List.of(Piece.json(payload)));
    }

    public Draft put(String member, Object value) {
        manifest.set(member, JSON.valueToTree(value));
        return this;
    }

    public Draft drop(String member) {
        manifest.remove(member);
        return this;
    }

    public Draft sent(Instant at) {
        return put("sent", SENT.format(at));
    }

    public Draft pieces(Piece... others) {
        pieces = List.of(others);
        declare(pieces);
        return this;
    }

    /** Names a part that was uploaded before: its bytes are not sent along. */
    public Draft naming(Piece uploaded) {
        return naming(uploaded.name(), uploaded.bytes().length, sm3(uploaded.bytes()));
    }

    public Draft naming(String name, long length, String sm3) {
        declare(name, "application/acad", length, sm3).put("stored", true);
        return this;
    }

    /** Changes what the manifest says of the first part; the body stays as it is. */
    public Draft claiming(Consumer<ObjectNode> lie) {
        lie.accept((ObjectNode) manifest.path("parts").path(0));
        return this;
    }

    public Parcel sealed() {
        return sealedOver(bytes(manifest));
    }

    /** Signed, whatever these bytes are. */
    public Parcel sealedOver(byte[] manifestBytes) {
        return Parcel.of(
                "/exchange/v1/" + manifest.path("service").asText(),
                manifest,
                manifestBytes,
                seal.apply(manifestBytes),
                pieces);
    }

    public String text() {
        return manifest.toString();
    }

    private void declare(List<Piece> said) {
        manifest.putArray("parts");
        said.forEach(this::declare);
    }

    private void declare(Piece piece) {
        declare(piece.name(), piece.type(), piece.bytes().length, sm3(piece.bytes()));
    }

    private ObjectNode declare(String name, String type, long length, String sm3) {
        return manifest.withArray("parts")
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("length", length)
                .put("sm3", sm3);
    }

    public static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return Hex.toHexString(hash);
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
