package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.function.Consumer;
import org.dianqiao.connector.front.Ruling.Say;
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

    /** How far a project is. */
    Say updated(String mapping, Consumer<ObjectNode> knowing, Runnable said) {
        return new Say(reader, "project.updated", mapping(mapping), knowing, said);
    }

    Say updated(String mapping) {
        return updated(mapping, columns -> {}, () -> {});
    }
}
