package org.dianqiao.web.console;

import java.util.List;
import org.dianqiao.exchange.Manifest;

/** One of the two things that were said in an exchange: the message, or its answer. */
public record Statement(
        Manifest manifest,
        String pretty,
        String manifestSm3,
        String signatureSm3,
        Signatory signatory,
        List<PartView> parts) {

    /** Whether there is more to it than is shown to everybody. */
    public boolean guarded() {
        return parts.stream().anyMatch(PartView::guarded);
    }
}
