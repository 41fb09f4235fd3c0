package org.dianqiao.web.evidence;

import java.util.List;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What proves an entry.
 *
 * @param place absent as long as it is not sealed
 * @param attested where the gateway wrote down the message, its answer, or both
 */
public record Proof(Entry entry, @Nullable Place place, List<Attestation> attested) {}
