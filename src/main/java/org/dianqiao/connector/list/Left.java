package org.dianqiao.connector.list;

import java.util.Objects;
import org.dianqiao.connector.Call;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A file that a partner left.
 *
 * @param marked whether a mark beside it says that it is whole
 * @param content its first bytes, more than a table may have where it is too large
 */
public record Left(Partner partner, ListName name, boolean marked, byte[] content) {

    /** Something of it, as what the partner's system said. */
    Call says(@Nullable String type, byte[] body) {
        return new Call(partner, endpoint().transport().word(), type, body);
    }

    Endpoint endpoint() {
        return Objects.requireNonNull(partner.endpoint());
    }
}
