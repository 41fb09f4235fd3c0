package org.dianqiao.connector;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.partner.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A link that another system gave us. It goes by HTTP to where that system itself is, or where its partner's file says
 * that its files are, and nowhere else: a link is a stranger's wish to have us call somebody.
 *
 * @param shown whether a certificate of ours is shown there
 */
record FileLink(URI url, boolean shown) implements Whereabouts {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Nothing where it leads elsewhere. */
    static Optional<FileLink> of(String text, Endpoint endpoint) {
        return url(text)
                .filter(url -> isAt(url, endpoint))
                .map(url -> new FileLink(url, endpoint.shownAt(url).isPresent()));
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(url -> url.getScheme() != null && SCHEMES.contains(url.getScheme()))
                    .filter(url -> url.getHost() != null && url.getRawUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAt(URI url, Endpoint endpoint) {
        return place(url).equals(place(endpoint.url()))
                || endpoint.files().stream().anyMatch(host -> place(URI.create(url.getScheme() + "://" + host))
                        .equals(place(url)));
    }

    /** Host and port. */
    private static String place(URI url) {
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }

    String withoutQuery() {
        String text = url.toString();
        int end = text.indexOf('?') < 0 ? text.length() : text.indexOf('?');
        int fragment = text.indexOf('#');
        return text.substring(0, fragment < 0 ? end : Math.min(end, fragment));
    }

    @Nullable
    String query() {
        return url.getRawQuery();
    }
}
