package org.dianqiao.connector.list;

import java.util.Objects;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;

/**
 * A file that a partner left.
 *
 * @param marked whether a mark beside it says that it is whole
 * @param content its first bytes, more than a table may have where it is too large
 */
public record Left(Partner partner, ListName name, boolean marked, byte[] content) {

    Endpoint endpoint() {
        return Objects.requireNonNull(partner.endpoint());
    }
}
