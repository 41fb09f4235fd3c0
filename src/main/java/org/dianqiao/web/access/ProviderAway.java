package org.dianqiao.web.access;

import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider that does not say where it is to be found. No cause: it was not asked again just now. */
final class ProviderAway extends RuntimeException {

    ProviderAway(String id, @Nullable Throwable cause) {
        super("the OpenID Connect provider `" + id + "` does not answer", cause);
    }
}
