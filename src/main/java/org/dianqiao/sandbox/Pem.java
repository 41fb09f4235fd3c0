package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as text. */
final class Pem {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    static String of(X509CertificateHolder certificate) throws IOException {
        return write(CERTIFICATE, certificate.getEncoded());
    }

    static String of(PrivateKeyInfo key) throws IOException {
        return write(KEY, key.getEncoded());
    }

    static X509CertificateHolder certificate(Path file) throws IOException {
        List<X509CertificateHolder> certificates = certificates(Files.readString(file));
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate (PEM)");
        }
        return certificates.get(0);
    }

    static List<X509CertificateHolder> certificates(String text) throws IOException {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        for (PemObject object : objects(new StringReader(text))) {
            if (object.getType().equals(CERTIFICATE)) {
                certificates.add(new X509CertificateHolder(object.getContent()));
            }
        }
        return certificates;
    }

    static PrivateKeyInfo key(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.US_ASCII)) {
            return objects(reader).stream()
                    .filter(object -> object.getType().equals(KEY))
                    .findFirst()
                    .map(object -> PrivateKeyInfo.getInstance(object.getContent()))
                    .orElseThrow(() -> new IOException(file + " holds no private key (PKCS#8, PEM, not encrypted)"));
        }
    }

    private static List<PemObject> objects(Reader source) throws IOException {
        PemReader reader = new PemReader(source);
        List<PemObject> objects = new ArrayList<>();
        for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
            objects.add(object);
        }
        return objects;
    }

    private static String write(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
