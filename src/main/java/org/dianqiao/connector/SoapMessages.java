package org.dianqiao.connector;

import java.time.Clock;
import java.time.Instant;
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

    /** What a partner says is theirs, or refused; what it is answered is ours. */
    Reply converse(Call call, Credentials credentials, Function<Call, Reply> answering) {
        admit(call.partner().id(), credentials, call.body());
        Reply reply = answering.apply(call);
        return new Reply(reply.status(), TYPE, sign(credentials, reply.body()));
    }

    byte[] sign(Credentials credentials, byte[] message) {
        SoapKeys keys = credentials.soapKeys();
        return keys == null ? message : SoapSigner.sign(message, keys, clock.instant(), settings.window());
    }

    /** Once, and only from who has the key; a Refused says what is wrong. Outside any transaction. */
    void admit(String partner, Credentials credentials, byte[] message) {
        Instant now = clock.instant();
        SoapKeys keys = Objects.requireNonNull(credentials.soapKeys());
        Proof proof = SoapSignature.check(message, keys.theirs(), now, settings.window());
        if (!nonces.isNew(partner, Nonce.signedAt(proof.created(), "soap:" + proof.once()), now)) {
            throw new Refused(Code.BAD_SIGNATURE, "WS-Security：该消息先前已经收到过；重发时请更新 Timestamp 并重新签名。");
        }
    }
}
