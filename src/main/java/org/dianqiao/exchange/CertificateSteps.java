package org.dianqiao.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.springframework.stereotype.Component;

/** The gateway's own certificates, for those who check its answers. */
@Component
public class CertificateSteps {

    private final SigningKey key;

    public CertificateSteps(SigningKey key) {
        this.key = key;
    }

    public Answer list() {
        String pem = key.chain().stream().map(Sm2Certificate::pem).collect(Collectors.joining());
        return new Answer(200, Said.of("application/x-pem-file", pem.getBytes(StandardCharsets.US_ASCII)), Map.of());
    }
}
