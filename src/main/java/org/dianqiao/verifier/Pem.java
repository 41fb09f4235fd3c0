package org.dianqiao.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates as text, or one as it is. */
final class Pem {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE-----");
    private static final int SEQUENCE = 0x30;

    private Pem() {}

    static List<Certificate> certificates(byte[] file) {
        if (file.length > 0 && file[0] == SEQUENCE) {
            return List.of(Certificate.of(file));
        }
        List<Certificate> certificates = new ArrayList<>();
        Matcher found = CERTIFICATE.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            certificates.add(Certificate.of(der(found.group(1))));
        }
        Malformed.unless(!certificates.isEmpty(), "其中没有证书", "there is no certificate in it");
        return certificates;
    }

    private static byte[] der(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Malformed("不是 base64", "something in it is not base64");
        }
    }
}
