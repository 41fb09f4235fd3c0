package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.dianqiao.audit.Rfc9162;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.StampDraft;

/**
 * A bundle before it is packed, right unless told otherwise: first what the sides say, then `sealed()` makes entry,
 * tree, head and stamp over it, then any file may be made wrong.
 */
final class BundleDraft {

    static final Duration SECOND = Duration.ofSeconds(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    final Map<String, byte[]> files = new LinkedHashMap<>();

    Instant at = Story.MORNING;
    Instant headAt = Story.MORNING.plus(SECOND);
    Instant stampAt = Story.MORNING.plusSeconds(30);
    SigningKey sender = Story.PLATFORM;
    SigningKey answerer = Story.GATEWAY;
    SigningKey sealer = Story.GATEWAY;
    SigningKey clock = Story.CLOCK;
    UnaryOperator<StampDraft> stamp = right -> right;
    int index = 5;
    int size = 9;
    String id = Story.ENTRY_ID;
    String direction = "in";
    String partner = "approval.henan";
    String kind = "event";
    String service = "project.code-assigned";
    String outcome = "accepted";
    private final List<String> parts = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    /** The platform tells of the plot's project code, and the gateway gives its receipt. */
    static BundleDraft accepted() {
        BundleDraft draft = new BundleDraft();
        draft.part("payload", "{\"projectCode\":\"" + Story.PROJECT + "\"}");
        draft.part("备案证明.txt", "河南省企业投资项目备案证明\n");
        return draft.message("approval.henan", "gateway").receipt();
    }

    /** The same in a dialect that nobody signs: `by` signs a manifest that says whose words the gateway wrote down. */
    static BundleDraft attested(String of, SigningKey by) {
        BundleDraft draft = new BundleDraft();
        draft.sender = by;
        draft.part("payload", "{}");
        String attested = "\"attested\":{\"of\":\"" + of + "\",\"means\":\"x-tif\"},";
        draft.message(draft.manifest("first-1", "event", "approval.henan", "gateway", attested, draft.parts));
        return draft.receipt();
    }

    /** The gateway tells the utility, with what the platform signed; the utility gives its receipt. */
    static BundleDraft delivered() {
        BundleDraft draft = new BundleDraft();
        draft.direction = "out";
        draft.partner = "grid.henan";
        draft.outcome = "delivered";
        draft.service = "notice.published";
        draft.sender = Story.GATEWAY;
        draft.answerer = Story.GRID;
        draft.part("payload", "{\"kind\":\"outage\"}");
        draft.origin(draft.manifest("o-1", "event", "approval.henan", "gateway", "", draft.parts), Story.PLATFORM);
        draft.message("gateway", "grid.henan");
        return draft.answer("receipt", "grid.henan", "gateway", draft.receiptOfPartner());
    }

    /** The utility asks, the registry answers through the gateway, with these files. */
    static BundleDraft asked(String... files) {
        BundleDraft draft = new BundleDraft();
        draft.partner = "grid.henan";
        draft.kind = "query";
        draft.service = "lead.lookup";
        draft.sender = Story.GRID;
        draft.part("payload", "{\"projectCode\":\"" + Story.PROJECT + "\"}");
        draft.message("grid.henan", "gateway");
        return draft.answer("reply", "gateway", "grid.henan", "{\"leadNo\":\"L-1\"}", files);
    }

    static BundleDraft refused(String code) {
        BundleDraft draft = new BundleDraft();
        draft.outcome = code;
        draft.part("payload", "{}");
        draft.message("approval.henan", "gateway");
        draft.files.remove(Layout.PARTS + "payload");
        return draft.answer("refusal", "gateway", "approval.henan", "{\"code\":\"" + code + "\",\"title\":\"No\"}");
    }

    static BundleDraft expired() {
        BundleDraft draft = new BundleDraft();
        draft.direction = "out";
        draft.partner = "grid.henan";
        draft.outcome = "expired";
        draft.sender = Story.GATEWAY;
        draft.part("payload", "{}");
        return draft.message("gateway", "grid.henan");
    }

    BundleDraft part(String name, String text) {
        put(Layout.PARTS + name, text);
        parts.add(declared(name, text.getBytes(UTF_8), "application/json"));
        return this;
    }

    BundleDraft part(String name, byte[] content) {
        files.put(Layout.PARTS + name, content);
        parts.add(declared(name, content, "application/octet-stream"));
        return this;
    }

    BundleDraft message(String from, String to) {
        return message(manifest("first-1", kind, from, to, "", parts));
    }

    BundleDraft message(String manifest) {
        return sign("message", manifest, sender);
    }

    BundleDraft origin(String manifest, SigningKey by) {
        return sign("origin", manifest, by);
    }

    BundleDraft receipt() {
        return answer("receipt", "gateway", partner, receiptOfGateway(head(3, Sm3.hex(new byte[] {3}), at, sealer)));
    }

    BundleDraft answer(String kind, String from, String to, String body, String... files) {
        put(Layout.BODY, body);
        List<String> said = new ArrayList<>(List.of(declared("body", body.getBytes(UTF_8), "application/json")));
        for (String name : files) {
            put(Layout.FURTHER + name, "OFD");
            said.add(declared(name, "OFD".getBytes(UTF_8), "application/ofd"));
        }
        return sign("answer", manifest(id, kind, from, to, "\"replyTo\":\"first-1\",", said), answerer);
    }

    String receiptOfGateway(String head) {
        return "{\"accepted\":\"%s\",\"manifest\":\"%s\",\"entry\":\"%s\",\"head\":%s}"
                .formatted(TIME.format(at), Sm3.hex(file("message/manifest.json")), id, head);
    }

    private String receiptOfPartner() {
        return "{\"accepted\":\"2026-09-30T09:00:05.310+08:00\",\"manifest\":\"%s\"}"
                .formatted(Sm3.hex(file("message/manifest.json")));
    }

    String manifest(String id, String kind, String from, String to, String more, List<String> parts) {
        StringJoiner list = new StringJoiner(",");
        parts.forEach(list::add);
        return ("{\"v\":1,\"id\":\"%s\",\"kind\":\"%s\",\"service\":\"%s\",\"from\":\"%s\",\"to\":\"%s\","
                        + "\"sent\":\"2026-09-30T09:00:01.250+08:00\",%s\"case\":\"%s\",\"parts\":[%s]}")
                .formatted(id, kind, service, from, to, more, Story.PROJECT, list);
    }

    BundleDraft sign(String folder, String manifest, SigningKey by) {
        put(folder + "/manifest.json", manifest);
        files.put(folder + "/signature.p7s", by.seal(manifest.getBytes(UTF_8)));
        return this;
    }

    String entry() {
        String answer = files.containsKey("answer/manifest.json") ? Sm3.hex(file("answer/manifest.json")) : "-";
        return String.join(
                        "\n",
                        "dqx-entry/1",
                        id,
                        TIME.format(at),
                        direction,
                        partner,
                        "first-1",
                        kind,
                        service,
                        outcome,
                        Sm3.hex(file("message/manifest.json")),
                        Sm3.hex(file("message/signature.p7s")),
                        answer)
                + "\n";
    }

    BundleDraft sealed() {
        return sealedOver(entry());
    }

    BundleDraft sealedOver(String entry) {
        put(Layout.ENTRY, entry);
        leaves.clear();
        for (int i = 0; i < size; i++) {
            leaves.add(i == index ? Rfc9162.leaf(entry.getBytes(UTF_8)) : Sm3.of(new byte[] {(byte) i}));
        }
        put(Layout.INCLUSION, inclusion(index, size, Rfc9162.path(index, leaves)));
        String head = head(size, hex(Rfc9162.mth(leaves)), headAt, sealer);
        put(Layout.HEAD, head);
        files.put(Layout.STAMP, Stamps.token(headText(), stampAt, clock, stamp));
        put("trust/certificates/centre.pem", Story.CENTRE.certificate().pem());
        put("trust/certificates/root.pem", Story.ROOT.certificate().pem());
        files.put("trust/revocation/centre.crl", Story.CENTRE.crl());
        files.put("trust/revocation/root.crl", Story.ROOT.crl());
        return this;
    }

    /** An earlier head of the same tree, and the proof that leads from it to the bundle's. */
    String held(int before) {
        return "{\"head\":%s,\"from\":%d,\"to\":%d,\"hashes\":%s}"
                .formatted(heldHead(before), before, size, hashes(Rfc9162.proof(before, leaves)));
    }

    String heldHead(int before) {
        return head(before, hex(Rfc9162.mth(leaves.subList(0, before))), headAt, sealer);
    }

    static String head(long size, String root, Instant time, SigningKey key) {
        String text = "dqx-head/1\n" + size + "\n" + root + "\n" + TIME.format(time) + "\n";
        String signature = Base64.getEncoder().encodeToString(key.seal(text.getBytes(UTF_8)));
        return "{\"size\":%d,\"root\":\"%s\",\"time\":\"%s\",\"signature\":\"%s\"}"
                .formatted(size, root, TIME.format(time), signature);
    }

    byte[] headText() {
        return Head.of(Fields.of(file(Layout.HEAD), Json.FLAT)).text();
    }

    static String inclusion(long index, long size, List<byte[]> path) {
        return "{\"index\":" + index + ",\"size\":" + size + ",\"hashes\":" + hashes(path) + "}";
    }

    private static String hashes(List<byte[]> hashes) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        hashes.forEach(hash -> list.add("\"" + hex(hash) + "\""));
        return list.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String declared(String name, byte[] content, String type) {
        return "{\"name\":\"%s\",\"type\":\"%s\",\"length\":%d,\"sm3\":\"%s\"}"
                .formatted(name, type, content.length, Sm3.hex(content));
    }

    BundleDraft put(String name, String text) {
        files.put(name, text.getBytes(UTF_8));
        return this;
    }

    BundleDraft put(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    BundleDraft drop(String name) {
        files.remove(name);
        return this;
    }

    BundleDraft change(String name, String from, String to) {
        return put(name, new String(file(name), UTF_8).replace(from, to));
    }

    byte[] file(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException(name);
        }
        return file;
    }

    byte[] zip() {
        return ZipDraft.of(files).bytes();
    }
}
