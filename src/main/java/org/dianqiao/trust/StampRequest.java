package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * A question to a time stamping authority, RFC 3161: since when is this text there? It tells the text's SM3 digest and
 * a number that nobody can guess, so that an answer to another question, or an old one, is not taken for ours.
 */
public final class StampRequest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;

    private final TimeStampRequest request;

    private StampRequest(TimeStampRequest request) {
        this.request = request;
    }

    /**
     * The authority's certificate is to come along.
     *
     * @param policy the only one under which the stamp may be given; null where any will do
     */
    public static StampRequest over(byte[] text, @Nullable String policy) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        if (policy != null) {
            question.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        BigInteger nonce = new BigInteger(NONCE_BITS, RANDOM);
        return new StampRequest(question.generate(Oid.SM3.identifier(), Sm3.of(text), nonce));
    }

    /** Whether this can be a policy's name: an object identifier in dots. */
    public static boolean isPolicy(String dotted) {
        return ASN1ObjectIdentifier.tryFromID(dotted) != null;
    }

    public byte[] der() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stamp in an answer to this very question. Nothing is said yet about trusting it. NotAStamp otherwise. */
    public Stamp answeredBy(byte[] answer) {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            return Stamp.read(given(response).getEncoded());
        } catch (NotAStamp e) {
            throw e;
        } catch (IOException | TSPException | RuntimeException e) {
            throw new NotAStamp("not an answer to the question: " + e.getMessage(), e);
        }
    }

    private static TimeStampToken given(TimeStampResponse response) {
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new NotAStamp("refused, status %d: %s".formatted(response.getStatus(), response.getStatusString()));
        }
        return token;
    }
}
