package org.dianqiao.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.Tls;
import org.springframework.stereotype.Component;

/** Where a request goes, and the headers by which the partner knows that it is ours. */
@Component
class Addresses {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z-]+)}");

    private final Watched<Partners> partners;
    private final HeaderSignatures signatures;

    Addresses(Watched<Partners> partners, HeaderSignatures signatures) {
        this.partners = partners;
        this.signatures = signatures;
    }

    /** As Camel's HTTP component wants it. A name in braces stands for the platform's number of the service called so. */
    Map<String, String> of(String partner, String path) {
        Endpoint endpoint = endpoint(partner);
        Matcher named = NAMED.matcher(path);
        return named.find()
                ? of(partner, endpoint, endpoint.credentials().asking(named.group(1)), named::replaceFirst)
                : of(partner, endpoint, endpoint.credentials(), number -> path);
    }

    private Map<String, String> of(
            String partner, Endpoint endpoint, Credentials credentials, UnaryOperator<String> path) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (endpoint.tls() != null) {
            headers.put(Tls.SHOWN_TO, partner);
        }
        headers.put(Exchange.HTTP_URI, endpoint.url() + path.apply(credentials.service()));
        headers.put(Exchange.HTTP_METHOD, "POST");
        headers.putAll(signatures.sign(credentials));
        return headers;
    }

    /** For those who want to find them in the body, or sign it. */
    Credentials credentials(String partner) {
        return endpoint(partner).credentials();
    }

    Endpoint endpoint(String partner) {
        return partners.current().endpoint(partner);
    }
}
