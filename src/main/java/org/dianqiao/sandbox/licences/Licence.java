package org.dianqiao.sandbox.licences;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence 证照 that the service knows.
 *
 * @param number its own number 证照编号
 * @param until the last day on which it is valid, if there is one
 * @param withdrawn what has become of it apart from its days: suspended or revoked
 * @param face what else stands on it 照面信息
 * @param big whether its file is of 20 MB
 */
record Licence(
        String identifier,
        Kind kind,
        String number,
        Party holder,
        Party issuer,
        LocalDate issued,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Standing withdrawn,
        Map<String, String> face,
        boolean big) {

    /** A name and its code. */
    record Party(String name, String code) {

        /** 持证主体代码类型 by GB/T 36903. */
        String codeType() {
            return code.startsWith("9") ? "001" : "111";
        }

        String codeTypeName() {
            return codeType().equals("001") ? "统一社会信用代码" : "公民身份号码";
        }
    }

    Standing standing(LocalDate today) {
        if (withdrawn != null) {
            return withdrawn;
        }
        if (today.isBefore(from)) {
            return Standing.NOT_YET_VALID;
        }
        return until != null && today.isAfter(until) ? Standing.EXPIRED : Standing.VALID;
    }

    /** Three digits before the check character. */
    String version() {
        return identifier.substring(identifier.length() - 5, identifier.length() - 2);
    }
}
