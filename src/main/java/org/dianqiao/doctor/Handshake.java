package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.stream.Stream;
import org.dianqiao.doctor.Finding.About;

/** Why a TLS handshake came to nothing. What is wrong with their server's certificate is said by itself. */
record Handshake(IOException failure, String host) {

    /** Java has no other way to say that a certificate is for other hosts. */
    private static final String OTHER_HOSTS = "No (subject alternative|name matching) .*";

    /** `ours`: what is to be looked at on our side besides. */
    Finding finding(String ours) {
        if (isDueTo(CertificateExpiredException.class)) {
            return failed("对方服务器证书已经过期，请对方更换", "their server's certificate has expired");
        }
        if (isDueTo(CertificateNotYetValidException.class)) {
            return failed("对方服务器证书尚未生效，请核对两边的时钟", "their server's certificate is not valid yet");
        }
        if (causes().anyMatch(Handshake::isForOtherHosts)) {
            return failed("对方服务器证书不是签发给 " + host + " 的，请核对地址，或请对方更换", "their server's certificate is not for " + host);
        }
        if (isDueTo(CertPathBuilderException.class)) {
            return failed(
                    "对方服务器证书的颁发者不在信任之列，请核对 tls 的 authorities",
                    "nobody whom we believe has issued their server's certificate");
        }
        return failed("请核对对方服务器证书的颁发者、域名和期限" + ours, "");
    }

    private Finding failed(String zh, String en) {
        String reason = failure.getMessage();
        return bad(
                About.TLS,
                "握手失败（" + reason + "），" + zh,
                "the handshake fails" + (en.isEmpty() ? "" : ", " + en) + ": " + reason);
    }

    private boolean isDueTo(Class<? extends Exception> kind) {
        return causes().anyMatch(kind::isInstance);
    }

    private static boolean isForOtherHosts(Throwable cause) {
        return cause instanceof CertificateException
                && String.valueOf(cause.getMessage()).matches(OTHER_HOSTS);
    }

    private Stream<Throwable> causes() {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause);
    }
}
