package org.dianqiao.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Where an authority hands out a whole revocation list of its own, as its certificates say. Any one of the addresses
 * does; they are as the certificate has them.
 */
public record ListPoint(X500Name issuer, List<String> addresses) {

    public ListPoint {
        addresses = List.copyOf(addresses);
    }

    static List<ListPoint> of(TBSCertificate body) {
        List<ListPoint> points = new ArrayList<>();
        CRLDistPoint extension = CRLDistPoint.fromExtensions(body.getExtensions());
        if (extension != null) {
            for (DistributionPoint point : extension.getDistributionPoints()) {
                List<String> addresses = addresses(point);
                if (!addresses.isEmpty()) {
                    points.add(new ListPoint(body.getIssuer(), addresses));
                }
            }
        }
        return List.copyOf(points);
    }

    public String authority() {
        return Sm2Certificate.printable(issuer);
    }

    /** None where the list is another authority's, or only for certain reasons: such lists are not read. */
    private static List<String> addresses(DistributionPoint point) {
        boolean whole = point.getReasons() == null && point.getCRLIssuer() == null;
        return whole ? addresses(point.getDistributionPoint()) : List.of();
    }

    static List<String> addresses(@Nullable DistributionPointName name) {
        if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
            return List.of();
        }
        return Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                .filter(general -> general.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(general -> ASN1IA5String.getInstance(general.getName()).getString())
                .toList();
    }
}
