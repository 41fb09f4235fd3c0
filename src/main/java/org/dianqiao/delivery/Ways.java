package org.dianqiao.delivery;

import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** Which route speaks to a partner: that of the protocol, or one of its dialect's, named after the service. */
@Component
public class Ways {

    private static final String NATIVE = "deliver-native";

    private final Watched<Partners> partners;

    Ways(Watched<Partners> partners) {
        this.partners = partners;
    }

    String to(String partner, String service) {
        return partners.current()
                .find(partner)
                .map(Partner::endpoint)
                .filter(endpoint -> endpoint.transport() != Transport.NATIVE)
                .map(endpoint -> of(endpoint, service))
                .orElse(NATIVE);
    }

    /** Routes of a dialect are in its folder in `routes/connectors`. Where it can be spoken in SOAP there are others for that. */
    public static String of(Endpoint endpoint, String service) {
        String form = endpoint.transport() == Transport.SOAP ? ".soap." : ".";
        return endpoint.dialect() + form + service;
    }
}
