package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** A message of the gateway that has been checked: it is the gateway's, and whole. */
public record Incoming(Manifest manifest, String manifestSm3, List<Part> parts) {

    public String service() {
        return manifest.service();
    }

    /** The first part. */
    public ObjectNode payload() throws Refusal {
        try {
            return Json.read(parts.isEmpty() ? new byte[0] : parts.get(0).bytes());
        } catch (IOException e) {
            throw new Refusal(422, "contract-violated", e);
        }
    }
}
