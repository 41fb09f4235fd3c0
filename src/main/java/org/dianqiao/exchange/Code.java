package org.dianqiao.exchange;

import java.util.Locale;

/**
 * Why a message, or a piece of an upload, is refused. One code for each reason, one HTTP status for each code.
 *
 * <p>Signed refusals are evidence and stand in the ledger. The others cannot be: either nobody knows whom they would
 * answer, or the ledger itself is out of reach.
 */
public enum Code {
    MALFORMED(
            400,
            false,
            "The message is not in the form of DQX/1",
            "Compare the request with the protocol, mend it and send it again"),
    UNKNOWN_SENDER(
            401,
            false,
            "The sender is not a known partner",
            "Check who the manifest says it is from, or ask the operator to register you"),
    BAD_SIGNATURE(
            401,
            false,
            "The signature does not hold",
            "Sign exactly what you send, with the key or secret that is registered for you, and send it with that new signature"),
    BAD_CERTIFICATE(
            401,
            false,
            "The signer's certificate is not accepted",
            "Sign with a certificate that is registered here and in force, or ask the operator to register the new one"),
    UNKNOWN_SERVICE(404, true, "There is no such service", "Check the service's name against the catalogue"),
    NOT_PERMITTED(
            403,
            true,
            "The sender may not do this",
            "Keep to the services, purposes and regions that were granted, or ask the operator for more"),
    ID_CONFLICT(409, true, "This id was accepted before with another content", "Send the other content under a new id"),
    STALE(401, true, "The time of sending is too far from ours", "Set your clock, then date and sign the message anew"),
    TOO_LARGE(
            413,
            true,
            "The message is larger than the service allows",
            "Send less at once, or upload large parts beforehand"),
    THROTTLED(
            429,
            false,
            "Too many messages in too short a time",
            "Send the same bytes again after as many seconds as Retry-After says"),
    DIGEST_MISMATCH(
            400,
            true,
            "The parts are not those that the manifest names",
            "Take length and SM3 of every part anew, put them into the manifest, sign it and send it again"),
    CONTRACT_VIOLATED(
            422,
            true,
            "The payload does not fit the service's contract",
            "Correct every place that errors points at, and send it again"),
    PROVIDER_FAILED(
            502, true, "The provider of the answer failed", "Ask again later; if it goes on, tell the operator"),
    PROVIDER_TIMEOUT(
            504, true, "The provider of the answer was too slow", "Ask again later; if it goes on, tell the operator"),
    ERASED(410, true, "Its time is over, it was erased", "Ask again under a new id"),
    UNAVAILABLE(503, false, "The message cannot be stored durably now", "Send the same bytes again later"),
    WRONG_METHOD(
            405, false, "The method is not one of this path", "Use the method that the protocol names for this path"),
    UNKNOWN_PATH(404, false, "There is nothing at this path", "Check the path against the protocol"),
    WRONG_OFFSET(409, false, "The upload is not at this offset", "Ask with HEAD how far it is, and go on from there"),
    WRONG_VERSION(412, false, "The upload is not spoken of in this version of tus", "Say Tus-Resumable: 1.0.0"),
    WRONG_TYPE(
            415,
            false,
            "The content type is not that of an upload",
            "Say Content-Type: application/offset+octet-stream"),
    OVERTAKEN(
            423,
            false,
            "Another request goes on with this upload",
            "Wait for the other request, then ask with HEAD how far it is"),
    WRONG_DIGEST(
            460, false, "What was uploaded has another digest, it begins again", "Upload it again from its first byte");

    private final int status;
    private final boolean signed;
    private final String title;
    private final String advice;

    Code(int status, boolean signed, String title, String advice) {
        this.status = status;
        this.signed = signed;
        this.title = title;
        this.advice = advice;
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

    /** What to do, in English, of all that have this code; a refusal's own `detail` says it of the one case. */
    public String advice() {
        return advice;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
