package org.dianqiao.verifier;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which side signed. The gateway is who signed the head, today perhaps with another key under the same name; the
 * other side is never a key of the gateway's, or it could write its partners' messages itself. Where it has to, because
 * a partner does not sign, the manifest says so and the reader is told.
 */
record Sides(Optional<Certificate> gateway, Findings findings) {

    void check(String what, Optional<Certificate> signer, boolean ours) {
        if (signer.isPresent() && gateway.isPresent() && wrong(signer.get(), gateway.get(), ours)) {
            findings.add(Flaw.WRONG_SIDE, what, signer.get());
        }
    }

    /** It says openly that the gateway wrote down what its sender had not signed, and the gateway signed that. */
    boolean isAttested(Manifest manifest, Optional<Certificate> signer) {
        return manifest.attestedOf().filter(manifest.from()::equals).isPresent()
                && gateway.isPresent()
                && signer.filter(gateway.get()::sameHolder).isPresent();
    }

    private static boolean wrong(Certificate signer, Certificate gateway, boolean ours) {
        return ours ? !signer.sameHolder(gateway) : Arrays.equals(signer.point(), gateway.point());
    }
}
