package org.dianqiao.verifier;

import java.util.Arrays;
import java.util.HexFormat;

/** The object identifiers of the protocol, as they are encoded. */
enum Oid {
    GM_SIGNED_DATA("2a811ccf550601040202"),
    GM_DATA("2a811ccf550601040201"),
    SIGNED_DATA("2a864886f70d010702"),
    DATA("2a864886f70d010701"),
    TIMESTAMP_INFO("2a864886f70d0109100104"),
    SM3("2a811ccf55018311"),
    SM2_SIGNATURE("2a811ccf5501822d01"),
    SM2_WITH_SM3("2a811ccf55018375"),
    SM2_CURVE("2a811ccf5501822d"),
    EC_PUBLIC_KEY("2a8648ce3d0201"),
    CONTENT_TYPE("2a864886f70d010903"),
    MESSAGE_DIGEST("2a864886f70d010904"),
    SIGNING_CERTIFICATE("2a864886f70d010910020c"),
    SIGNING_CERTIFICATE_V2("2a864886f70d010910022f"),
    SHA1("2b0e03021a"),
    SHA256("608648016503040201"),
    KEY_USAGE("551d0f"),
    BASIC_CONSTRAINTS("551d13"),
    EXTENDED_KEY_USAGE("551d25"),
    SUBJECT_KEY_ID("551d0e"),
    AUTHORITY_KEY_ID("551d23"),
    SUBJECT_ALTERNATIVE_NAME("551d11"),
    CERTIFICATE_POLICIES("551d20"),
    TIME_STAMPING("2b06010505070308"),
    DISTRIBUTION_POINT("551d1c"),
    CRL_NUMBER("551d14");

    private final byte[] encoded;

    Oid(String hex) {
        encoded = HexFormat.of().parseHex(hex);
    }

    boolean is(Ber element) {
        return element.is(Ber.OID)
                && Arrays.equals(element.bytes(), element.content(), element.contentEnd(), encoded, 0, encoded.length);
    }

    static boolean among(Ber element, Oid... some) {
        return Arrays.stream(some).anyMatch(oid -> oid.is(element));
    }
}
