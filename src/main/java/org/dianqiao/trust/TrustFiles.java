package org.dianqiao.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where whom we believe is written down.
 *
 * @param anchors files, or folders of files, with the roots' certificates
 * @param partners roots that hold one folder per partner id with its {@code *.pem}. The first is the operator's and
 *     reviewed: a private key in it is a fault. In those after it (the sandbox's, which makes its own keys) private
 *     keys may lie beside the certificates and are not read
 * @param revoked folders of revocation lists. The first is the operator's: a list that cannot be used is a fault. In
 *     those after it (what was fetched) it does not count, and that is all
 */
public record TrustFiles(List<Path> anchors, List<Path> partners, List<Path> revoked) {

    public TrustFiles {
        anchors = List.copyOf(anchors);
        partners = List.copyOf(partners);
        revoked = List.copyOf(revoked);
    }

    /** Everything to be looked at for changes. */
    public List<Path> places() {
        List<Path> places = new ArrayList<>(anchors);
        places.addAll(partners);
        places.addAll(revoked);
        return List.copyOf(places);
    }
}
