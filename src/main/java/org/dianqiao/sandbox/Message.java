package org.dianqiao.sandbox;

import java.util.Base64;
import java.util.List;

/** A signed message as it goes over the wire; the same bytes however often it is sent. */
public record Message(Manifest manifest, byte[] manifestBytes, byte[] signature, List<Part> parts) {

    public static final String MANIFEST_HEADER = "DQ-Manifest";
    public static final String SIGNATURE_HEADER = "DQ-Signature";

    static Message sealed(Manifest manifest, List<Part> parts, Identity by) {
        byte[] bytes = manifest.bytes();
        return new Message(manifest, bytes, by.seal(bytes), parts);
    }

    public String manifestHeader() {
        return Base64.getEncoder().encodeToString(manifestBytes);
    }

    public String signatureHeader() {
        return Base64.getEncoder().encodeToString(signature);
    }

    /** The id stands in the boundary, so a part would have to name its own message to hold it. */
    Body body() {
        return Body.of(parts, "part-of-" + manifest.id());
    }
}
