package org.dianqiao.certificate;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.jspecify.annotations.Nullable;

/** Prints certificates without a gateway. */
public final class Press {

    static final String NUMBER = "1.2.156.3005.2.11410100MB1T000175001.11410100MB1T000175.20261103000042.001.N";
    static final String VERIFY = "https://dianqiao.example/certificates/" + NUMBER;
    static final SigningKey KEY =
            TestAuthority.named("Root", Clock.fixed(Drafts.AT, ZoneOffset.UTC)).issue("gateway");

    private Press() {}

    /** A certificate as OFD, sealed with this key at this time. */
    public static byte[] ofd(SigningKey key, Instant at) {
        return new Printer(settings(null), key, Clock.fixed(at, ZoneOffset.UTC))
                .print(Drafts.summary(), NUMBER, VERIFY)
                .ofd();
    }

    static Issued print(Draft draft) {
        return printer(null).print(draft, NUMBER, VERIFY);
    }

    static Printer printer(@Nullable String seal) {
        return new Printer(settings(seal), KEY, Clock.fixed(Drafts.AT, ZoneOffset.UTC));
    }

    static CertificateSettings settings(@Nullable String seal) {
        CertificateSettings.Types types = new CertificateSettings.Types("001", "002", "003");
        return new CertificateSettings(
                "郑州市政务服务和大数据管理局", "11410100MB1T000175", null, types, URI.create("https://dianqiao.example"), seal);
    }
}
