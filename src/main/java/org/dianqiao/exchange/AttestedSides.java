package org.dianqiao.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which side of an exchange the gateway wrote down 代签.
 *
 * @param message where it wrote down what was sent
 * @param answer where it wrote down what was answered
 */
public record AttestedSides(
        @Nullable Attestation message, @Nullable Attestation answer) {

    /** Of what was sent, if that is attested, else of the answer. */
    public Optional<Attestation> first() {
        return Optional.ofNullable(message == null ? answer : message);
    }
}
