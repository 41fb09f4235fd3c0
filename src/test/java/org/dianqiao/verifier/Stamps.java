package org.dianqiao.verifier;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.StampDraft;

/** Timestamp tokens as BouncyCastle's authority makes them; right unless told otherwise. */
final class Stamps {

    private Stamps() {}

    static byte[] token(byte[] text, Instant at, SigningKey authority, UnaryOperator<StampDraft> change) {
        try {
            TimeStampRequestGenerator question = new TimeStampRequestGenerator();
            question.setCertReq(true);
            byte[] request = question.generate(TSPAlgorithms.SM3, Sm3.of(text), BigInteger.ONE)
                    .getEncoded();
            byte[] answer = change.apply(new StampDraft(request, authority, at)).answer();
            return new TimeStampResponse(answer).getTimeStampToken().getEncoded();
        } catch (IOException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }
}
