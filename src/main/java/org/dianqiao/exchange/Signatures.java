package org.dianqiao.exchange;

import java.time.Instant;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Trust;

/** Whether a manifest was signed by the partner that it names: checks 3 and 4, for messages and answers alike. */
public final class Signatures {

    static final int LARGEST = 8 * 1024;

    private final Watched<Trust> trust;

    public Signatures(Watched<Trust> trust) {
        this.trust = trust;
    }

    public void check(Signed signed, String partner, Instant at) {
        Trust current = trust.current();
        Sm2Certificate signer = signer(signed, current);
        if (!current.registered(partner, signer)) {
            throw new Refused(Code.BAD_CERTIFICATE, "签名证书未登记在 " + partner + " 名下；请先把证书交给运行单位登记。");
        }
        current.objection(signer, at).ifPresent(why -> {
            throw new Refused(Code.BAD_CERTIFICATE, "签名证书不被接受：" + why);
        });
    }

    private static Sm2Certificate signer(Signed signed, Trust trust) {
        try {
            SignedData data = SignedData.read(signed.signature());
            Optional<Sm2Certificate> signer = data.signer(trust);
            if (signer.isPresent() && data.holds(signed.manifest(), signer.get())) {
                return signer.get();
            }
        } catch (NotSignedData e) {
            throw new Refused(Code.BAD_SIGNATURE, "DQ-Signature 不是所要求的 SignedData：" + e.getMessage());
        }
        throw new Refused(Code.BAD_SIGNATURE, "签名与清单不符：请确认签的是清单的原始字节，用户标识为 1234567812345678。");
    }
}
