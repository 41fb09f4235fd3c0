package org.dianqiao.connector.front;

import java.util.Objects;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;

/** A front-end database that is being read, in the name of the partner who reads it. */
public record Front(Partner reader) {

    String id() {
        return reader.id();
    }

    Endpoint endpoint() {
        return Objects.requireNonNull(reader.endpoint());
    }

    /** Which route speaks its dialect. */
    String way() {
        return endpoint().dialect() + ".read";
    }

    String mapping(String name) {
        return endpoint().dialect() + "/" + name;
    }
}
