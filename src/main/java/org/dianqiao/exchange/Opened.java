package org.dianqiao.exchange;

import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/** A message whose sender is certain: checks 1 to 4 have passed. From here on a refusal is signed evidence. */
public record Opened(Manifest manifest, Signed signed, Partner sender, Arrival arrival) {

    /** Whether the gateway itself wrote it down. What a partner's own manifest says of that counts for nothing. */
    @Nullable
    Attestation attested() {
        return arrival instanceof Attested ? manifest.attested() : null;
    }
}
