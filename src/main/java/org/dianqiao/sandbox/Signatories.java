package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** Those whom we believe to be the gateway; several at once, which is how it rolls its key. */
public final class Signatories {

    private final List<Signatory> known;

    private Signatories(List<Signatory> known) {
        this.known = List.copyOf(known);
    }

    /** The certificates of a PEM file, pinned: no others count. */
    public static Signatories pinned(Path pem) throws IOException {
        return of(Files.readString(pem), pem.toString());
    }

    /** The certificates that the gateway itself tells; as trustworthy as the way to it. */
    public static Signatories told(URI gateway) throws IOException {
        Line line = new Line(gateway);
        Line.Response response = line.certificates();
        String pem = response.status() == 200 ? new String(response.body(), StandardCharsets.UTF_8) : "";
        return of(pem, line.service("certificates").toString());
    }

    Optional<Signatory> of(byte[] content, byte[] signedData) {
        return known.stream()
                .filter(signatory -> signatory.signed(content, signedData))
                .findFirst();
    }

    private static Signatories of(String pem, String source) throws IOException {
        List<Signatory> signatories = new ArrayList<>();
        for (X509CertificateHolder certificate : Pem.certificates(pem)) {
            if (signs(certificate)) {
                signatories.add(Signatory.of(certificate));
            }
        }
        if (signatories.isEmpty()) {
            throw new IOException(source + " holds no certificate for signing");
        }
        return new Signatories(signatories);
    }

    private static boolean signs(X509CertificateHolder certificate) {
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return usage != null && usage.hasUsages(KeyUsage.digitalSignature);
    }
}
