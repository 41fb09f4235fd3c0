package org.dianqiao.exchange;

import java.util.Locale;

/**
 * Why a message, or a piece of an upload, is refused. One code for each reason, one HTTP status for each code.
 *
 * <p>Signed refusals are evidence and stand in the ledger. The others cannot be: either nobody knows whom they would
 * answer, or the ledger itself is out of reach.
 */
public enum Code {
    MALFORMED(400, false, "The message is not in the form of DQX/1"),
    UNKNOWN_SENDER(401, false, "The sender is not a known partner"),
    BAD_SIGNATURE(401, false, "The signature does not hold"),
    BAD_CERTIFICATE(401, false, "The signer's certificate is not accepted"),
    UNKNOWN_SERVICE(404, true, "There is no such service"),
    NOT_PERMITTED(403, true, "The sender may not do this"),
    ID_CONFLICT(409, true, "This id was accepted before with another content"),
    STALE(401, true, "The time of sending is too far from ours"),
    TOO_LARGE(413, true, "The message is larger than the service allows"),
    THROTTLED(429, false, "Too many messages in too short a time"),
    DIGEST_MISMATCH(400, true, "The parts are not those that the manifest names"),
    CONTRACT_VIOLATED(422, true, "The payload does not fit the service's contract"),
    PROVIDER_FAILED(502, true, "The provider of the answer failed"),
    PROVIDER_TIMEOUT(504, true, "The provider of the answer was too slow"),
    ERASED(410, true, "Its time is over, it was erased"),
    UNAVAILABLE(503, false, "The message cannot be stored durably now"),
    WRONG_METHOD(405, false, "The method is not one of this path"),
    UNKNOWN_PATH(404, false, "There is nothing at this path"),
    WRONG_OFFSET(409, false, "The upload is not at this offset"),
    WRONG_VERSION(412, false, "The upload is not spoken of in this version of tus"),
    WRONG_TYPE(415, false, "The content type is not that of an upload"),
    OVERTAKEN(423, false, "Another request goes on with this upload"),
    WRONG_DIGEST(460, false, "What was uploaded has another digest, it begins again");

    private final int status;
    private final boolean signed;
    private final String title;

    Code(int status, boolean signed, String title) {
        this.status = status;
        this.signed = signed;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public boolean signed() {
        return signed;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
