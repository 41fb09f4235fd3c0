package org.dianqiao.exchange;

import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;

/** A message whose sender is certain: checks 1 to 4 have passed. From here on a refusal is signed evidence. */
public record Opened(Manifest manifest, Signed signed, Partner sender, Arrival arrival) {}
