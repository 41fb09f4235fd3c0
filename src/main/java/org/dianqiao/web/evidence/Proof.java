package org.dianqiao.web.evidence;

import org.dianqiao.exchange.AttestedSides;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What proves an entry.
 *
 * @param place absent as long as it is not sealed
 */
public record Proof(Entry entry, @Nullable Place place, AttestedSides attested) {}
