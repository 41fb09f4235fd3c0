package org.dianqiao.connector;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.dianqiao.connector.wssecurity.SoapSignature.Proof;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Places;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.SentBytes;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Partner;

/** Makes sure who calls, and takes what they send. */
final class Caller {

    /** What a dialect says at once: a form. Large files are fetched, not sent. */
    private static final int LARGEST = 4 << 20;

    /** Who signs within the body is not known before it was read. */
    private static final int LARGEST_OF_STRANGERS = 256 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofSeconds(10);

    /** Each holds a thread, and what it brings is held whole, until it is answered. */
    private static final int AT_ONCE = 8;

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final HeaderSignatures signatures;
    private final SoapMessages soap;
    private final Places places = new Places(AT_ONCE);
    private final Threshold threshold = new Threshold();

    Caller(HeaderSignatures signatures, SoapMessages soap) {
        this.signatures = signatures;
        this.soap = soap;
    }

    /** `door`: its name in the dialect. `answering`: what is done with the call, in one of the few places of its partner. */
    Reply call(HttpServletRequest request, Partner partner, String door, Function<Call, Reply> answering)
            throws IOException {
        Credentials credentials =
                Objects.requireNonNull(partner.endpoint()).credentials().heardAt(door);
        return credentials.soapKeys() == null
                ? known(request, partner, credentials, answering)
                : signedWithin(request, partner, credentials, answering);
    }

    @SuppressWarnings("try")
    private Reply known(
            HttpServletRequest request, Partner partner, Credentials credentials, Function<Call, Reply> answering)
            throws IOException {
        signatures.admit(partner.id(), credentials, name -> header(request, name));
        try (Held place = place(partner)) {
            return answering.apply(call(request, partner, credentials, LARGEST, PATIENCE));
        }
    }

    /** Strangers take no place of the partner in whose name they come. */
    @SuppressWarnings("try")
    private Reply signedWithin(
            HttpServletRequest request, Partner partner, Credentials credentials, Function<Call, Reply> answering)
            throws IOException {
        Call call;
        Proof proof;
        String address = request.getRemoteAddr();
        try (Held waiting = threshold.take(partner, address).orElseThrow(Caller::tooMany)) {
            call = call(request, partner, credentials, LARGEST_OF_STRANGERS, PATIENCE_WITH_STRANGERS);
            proof = soap.prove(credentials, call.body());
        }
        try (Held place = place(partner)) {
            Reply reply = soap.converse(call, credentials, proof, answering);
            threshold.proven(partner, address);
            return reply;
        }
    }

    private Held place(Partner partner) {
        return places.take(partner.id()).orElseThrow(Caller::tooMany);
    }

    private static Refused tooMany() {
        return Refused.later(Code.THROTTLED, "同时发送的报文过多，请在 1 秒后重试。", 1);
    }

    private static Call call(
            HttpServletRequest request, Partner partner, Credentials credentials, int largest, Duration patience)
            throws IOException {
        return new Call(partner, credentials.means(), request.getContentType(), body(request, largest, patience));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        if (ConnectionCertificate.isAskedFor(name)) {
            return certificate(request).map(shown -> ConnectionCertificate.told(shown, name));
        }
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    private static byte[] body(HttpServletRequest request, int largest, Duration patience) throws IOException {
        long told = request.getContentLengthLong();
        if (told > largest) {
            throw tooLarge(largest);
        }
        try (InputStream in = new SentBytes(request.getInputStream(), patience, System::nanoTime)) {
            byte[] body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                throw tooLarge(largest);
            }
            return body;
        }
    }

    private static Refused tooLarge(int largest) {
        return new Refused(Code.TOO_LARGE, "一次最多 " + largest + " 字节。");
    }
}
