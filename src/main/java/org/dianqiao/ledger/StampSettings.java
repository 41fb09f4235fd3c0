package org.dianqiao.ledger;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dianqiao.trust.StampRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stamps the ledger's heads, and how often.
 *
 * @param authorities asked in this order, the next where one fails; without any, heads are not stamped
 * @param interval from one stamp to the next
 * @param patience how long an authority may take for its whole answer
 */
@ConfigurationProperties("dianqiao.timestamps")
public record StampSettings(
        @DefaultValue List<Authority> authorities,
        @DefaultValue("60s") Duration interval,
        @DefaultValue("10s") Duration patience) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

    public StampSettings {
        authorities = List.copyOf(authorities);
        require(interval.toSeconds() > 0, "interval must be a second or longer");
        require(patience.toMillis() > 0, "patience must be longer than nothing");
        require(patience.compareTo(LONGEST_PATIENCE) <= 0, "patience must not be longer than a minute");
    }

    /**
     * Who stamps.
     *
     * @param policy the only one under which this authority may stamp; null where any will do
     */
    public record Authority(URI url, @Nullable String policy) {

        public Authority {
            require(url != null && url.getHost() != null && isHttp(url), "authorities: `url` is http:// or https://");
            require(
                    policy == null || StampRequest.isPolicy(policy),
                    "authorities: `policy` is an object identifier, as 1.2.156.1.2");
        }

        private static boolean isHttp(URI url) {
            return url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getUserInfo() == null;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("dianqiao.timestamps." + otherwise);
        }
    }
}
