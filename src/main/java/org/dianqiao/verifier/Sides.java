package org.dianqiao.verifier;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which side signed. The gateway is who signed the head, today perhaps with another key under the same name; the
 * other side is never a key of the gateway's, or it could write its partners' messages itself.
 */
record Sides(Optional<Certificate> gateway, Findings findings) {

    void check(String what, Optional<Certificate> signer, boolean ours) {
        if (signer.isPresent() && gateway.isPresent() && wrong(signer.get(), gateway.get(), ours)) {
            findings.add(Flaw.WRONG_SIDE, what, signer.get());
        }
    }

    private static boolean wrong(Certificate signer, Certificate gateway, boolean ours) {
        return ours ? !signer.sameHolder(gateway) : Arrays.equals(signer.point(), gateway.point());
    }
}
