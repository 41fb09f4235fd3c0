package org.dianqiao.connector;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.dianqiao.connector.wssecurity.SoapSignature;
import org.dianqiao.connector.wssecurity.SoapSignature.Proof;
import org.dianqiao.connector.wssecurity.SoapSigner;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.SoapKeys;
import org.springframework.stereotype.Component;

/** Messages in SOAP from partners and to them, signed on both sides where a partner's file says so. */
@Component
public class SoapMessages {

    static final String TYPE = "text/xml;charset=UTF-8";

    private final NonceStore nonces;
    private final SoapSettings settings;
    private final Clock clock;

    SoapMessages(NonceStore nonces, SoapSettings settings, Clock clock) {
        this.nonces = nonces;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was proven is taken once; what is answered is signed by us. */
    Reply converse(Call call, Credentials credentials, Proof proof, Function<Call, Reply> answering) {
        once(call.partner().id(), proof);
        Reply reply = answering.apply(call);
        return new Reply(reply.status(), TYPE, sign(credentials, reply.body()));
    }

    byte[] sign(Credentials credentials, byte[] message) {
        SoapKeys keys = credentials.soapKeys();
        return keys == null ? message : SoapSigner.sign(message, keys, clock.instant(), settings.window());
    }

    /** Once, and only from who has the key; a Refused says what is wrong. Outside any transaction. */
    void admit(String partner, Credentials credentials, byte[] message) {
        once(partner, prove(credentials, message));
    }

    /** Only from who has the key. */
    Proof prove(Credentials credentials, byte[] message) {
        SoapKeys keys = Objects.requireNonNull(credentials.soapKeys());
        return SoapSignature.check(message, keys.theirs(), clock.instant(), settings.window());
    }

    private void once(String partner, Proof proof) {
        if (!nonces.isNew(partner, Nonce.signedAt(proof.created(), "soap:" + proof.once()), clock.instant())) {
            throw new Refused(Code.BAD_SIGNATURE, "WS-Security：该消息先前已经收到过；重发时请更新 Timestamp 并重新签名。");
        }
    }
}
