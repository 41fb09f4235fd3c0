package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partner wants to say, before it is dated and signed. */
public record Letter(
        String id,
        String service,
        String kind,
        List<Part> parts,
        @Nullable String caseNo,
        @Nullable String purpose,
        @Nullable String to) {

    public static Letter event(String service, JsonNode payload) {
        return of(service, "event", List.of(Part.json(payload)));
    }

    /** With other parts beside its payload. */
    public static Letter event(String service, JsonNode payload, List<Part> others) {
        List<Part> parts = new ArrayList<>(List.of(Part.json(payload)));
        parts.addAll(others);
        return of(service, "event", List.copyOf(parts));
    }

    public static Letter query(String service, JsonNode payload) {
        return of(service, "query", List.of(Part.json(payload)));
    }

    public static Letter of(String service, String kind, List<Part> parts) {
        return new Letter(Manifest.newId(), service, kind, parts, null, null, null);
    }

    public Letter id(String own) {
        return new Letter(own, service, kind, parts, caseNo, purpose, to);
    }

    public Letter about(@Nullable String project) {
        return new Letter(id, service, kind, parts, project, purpose, to);
    }

    public Letter because(@Nullable String reason) {
        return new Letter(id, service, kind, parts, caseNo, reason, to);
    }

    public Letter to(@Nullable String partner) {
        return new Letter(id, service, kind, parts, caseNo, purpose, partner);
    }

    Message signed(Identity by, String sent) {
        List<Manifest.Entry> entries = parts.stream().map(Part::entry).toList();
        Manifest manifest = new Manifest(id, kind, service, by.id(), to, sent, caseNo, null, purpose, entries);
        return Message.sealed(manifest, parts, by);
    }
}
