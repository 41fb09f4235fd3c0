package org.dianqiao.sandbox.licences;

import java.util.Set;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * Who may call the service.
 *
 * @param key the caller's, when its answers are to be encrypted
 */
record Account(
        String id,
        String token,
        Set<Kind> kinds,
        Secrecy secrecy,
        @Nullable ECPublicKeyParameters key) {

    /** What of an answer is encrypted: provinces differ. */
    enum Secrecy {
        NONE,
        DATA,
        CERT_DATA
    }
}
