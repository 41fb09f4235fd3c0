package org.dianqiao.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;

/**
 * Where hosts are that others' links name. A name that may be called today may lead to ourselves tomorrow, or to where a
 * cloud tells its secrets, so it is looked at in the moment in which the connection is made. Who has a system of a
 * partner's there has written it down as its address.
 */
record AddressesOfLinks(Watched<Partners> partners) implements DnsResolver {

    private static final String METADATA = "100.100.100.200";
    private static final String METADATA_6 = "fd00:ec2:0:0:0:0:0:254";

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            if (isOurs(address) && !isAPartners(host)) {
                throw new UnknownHostException(host + " leads to where no link may lead");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    private static boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.getHostAddress().equals(METADATA)
                || address.getHostAddress().equals(METADATA_6);
    }

    private boolean isAPartners(String host) {
        return partners.current().all().stream()
                .map(Partner::endpoint)
                .flatMap(endpoint -> Optional.ofNullable(endpoint).stream())
                .map(Endpoint::url)
                .map(URI::getHost)
                .anyMatch(host::equalsIgnoreCase);
    }
}
