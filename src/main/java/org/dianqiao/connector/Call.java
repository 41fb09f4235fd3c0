package org.dianqiao.connector;

import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's system sent to the {@link SideDoor}, or what we found with it, once it is certain whose system it is.
 *
 * @param means how that was seen
 */
public record Call(Partner partner, String means, @Nullable String contentType, byte[] body) {}
