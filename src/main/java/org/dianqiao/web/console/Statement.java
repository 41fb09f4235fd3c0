package org.dianqiao.web.console;

import java.time.Instant;
import java.util.List;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * One of the two things that were said in an exchange: the message, or its answer.
 *
 * @param attested where its sender did not sign it, and the gateway wrote it down
 * @param ours whether the gateway signed it
 * @param heldSince when it was given first, where it is an older answer that stands in for a silent provider
 */
public record Statement(
        Manifest manifest,
        String pretty,
        String manifestSm3,
        String signatureSm3,
        Signatory signatory,
        @Nullable Attestation attested,
        boolean ours,
        @Nullable Instant heldSince,
        List<PartView> parts) {

    /** Whether it is ours and rests on what the gateway wrote down. What a partner says of that in its own words is not believed. */
    public boolean restsOnAttested() {
        return ours && attested == null && parts.stream().anyMatch(PartView::attested);
    }

    /** Whether there is more to it than is shown to everybody. */
    public boolean guarded() {
        return parts.stream().anyMatch(PartView::guarded);
    }
}
