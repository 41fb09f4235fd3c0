package org.dianqiao.upload;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where large parts are sent.
 *
 * @param url how partners reach the gateway, where that is not how a request says that it reached it: behind a proxy
 *     that changes the host's name, or speaks TLS in its stead
 */
@ConfigurationProperties("dianqiao.upload")
public record UploadSettings(@Nullable URI url) {

    public UploadSettings {
        if (url != null && !isBase(url)) {
            throw new IllegalArgumentException(
                    "dianqiao.upload.url must be an http or https address without user, query or fragment");
        }
    }

    private static boolean isBase(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        return web
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null;
    }
}
