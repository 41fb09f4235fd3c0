package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.SoapKeys;
import org.dianqiao.partner.Tls;
import org.dianqiao.trust.Sm2Certificate;

/** By what a partner and we know each other: certificates where both sign, credentials where a dialect is spoken. */
record Identity(Home home, Partner partner, Instant now) {

    private static final Duration SOON = Duration.ofDays(30);

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Endpoint endpoint = partner.endpoint();
        if (endpoint == null || endpoint.transport() == Transport.NATIVE) {
            findings.addAll(certificates());
        } else if (!endpoint.isFolder()) {
            findings.addAll(credentials(endpoint.credentials()));
            Optional.ofNullable(endpoint.tls()).map(this::shown).ifPresent(findings::add);
        }
        findings.add(ours());
        return findings;
    }

    private List<Finding> certificates() {
        List<Sm2Certificate> registered = home.trust().of(partner.id());
        if (registered.isEmpty()) {
            return List.of(bad(
                    About.CERTIFICATE,
                    "没有登记证书：请把对方的签名证书（PEM）放到 certs/partners/" + partner.id() + "/",
                    "none is registered: put theirs (PEM) into certs/partners/" + partner.id() + "/"));
        }
        return registered.stream().map(this::certificate).toList();
    }

    private Finding certificate(Sm2Certificate certificate) {
        String which = certificate.subject() + "（" + certificate.serial() + "）";
        Optional<String> objection = home.trust().objection(certificate, now);
        if (objection.isPresent()) {
            return bad(
                    About.CERTIFICATE,
                    which + " 不被接受：" + objection.get(),
                    which + " is not accepted: " + objection.get());
        }
        String zh = which + " 有效至 " + certificate.notAfter();
        String en = which + " is good until " + certificate.notAfter();
        return certificate.notAfter().isBefore(now.plus(SOON))
                ? note(About.CERTIFICATE, zh + "，请尽快登记新证书", en + ", register the next one soon")
                : good(About.CERTIFICATE, zh, en);
    }

    /** That secrets and keys are there was seen when the file was read. */
    private List<Finding> credentials(Credentials credentials) {
        SoapKeys keys = credentials.soapKeys();
        return keys == null
                ? List.of(headers(credentials))
                : Stream.concat(Stream.of(keys.certificate()), keys.theirs().stream())
                        .map(certificate -> inSoap(certificate, certificate.equals(keys.certificate())))
                        .toList();
    }

    private Finding inSoap(X509Certificate certificate, boolean ours) {
        String which = certificate.getSubjectX500Principal().getName() + "（" + certificate.getSerialNumber() + "）";
        String whose = ours ? "ours" : "theirs";
        return inForce(
                certificate,
                About.SIGNATURE,
                "SOAP 签名：" + (ours ? "我方" : "对方") + "证书 " + which,
                "SOAP messages are signed and checked by " + whose + ", " + which);
    }

    private Finding inForce(X509Certificate certificate, About about, String zh, String en) {
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now) || certificate.getNotBefore().toInstant().isAfter(now)) {
            return bad(about, zh + " 不在有效期内，请换发后登记", en + ", is not in force");
        }
        return end.isBefore(now.plus(SOON))
                ? note(about, zh + " 有效至 " + end + "，请尽快更换", en + ", good until " + end + ": replace it soon")
                : good(about, zh + " 有效至 " + end, en + ", good until " + end);
    }

    private Finding shown(Tls tls) {
        X509Certificate certificate = tls.certificate();
        String which = certificate.getSubjectX500Principal().getName() + "（" + certificate.getSerialNumber() + "）";
        return inForce(certificate, About.TLS, "我方客户端证书 " + which, "our client certificate " + which);
    }

    private static Finding headers(Credentials credentials) {
        if (credentials.signature() == Signature.DATABASE) {
            return note(
                    About.SIGNATURE,
                    "数据库中的行没有签名：谁能写库，谁就能以其名义报送，由网关代签",
                    "rows are not signed: who can write there speaks in its name, attested by us");
        }
        if (credentials.signature() == Signature.NONE) {
            return note(
                    About.SIGNATURE, "没有登记请求签名方式：可以向对方发送，对方不能由此接入", "none: it can be spoken to, and cannot come in");
        }
        if (!credentials.secret().isShared() && credentials.signature() != Signature.CLIENT_CERTIFICATE) {
            return bad(
                    About.SIGNATURE,
                    "secret 指向沙箱的模拟系统，而它没有运行过，所以没有人有这个密钥",
                    "the secret is a simulator's that never ran, so nobody has it");
        }
        return good(
                About.SIGNATURE,
                credentials.means() + " 的各项都已登记；请求头签名不覆盖正文，对方所言由网关代签",
                credentials.means()
                        + " has all that it needs; it does not cover bodies, so what comes in is attested by us");
    }

    private Finding ours() {
        Instant end = home.key().certificate().notAfter();
        return home.ownObjection(now)
                .map(why -> bad(About.SIGNATURE, "我方签名证书不被接受：" + why, "our own certificate is not accepted: " + why))
                .orElseGet(() -> good(About.SIGNATURE, "我方签名证书有效至 " + end, "our own certificate is good until " + end));
    }
}
