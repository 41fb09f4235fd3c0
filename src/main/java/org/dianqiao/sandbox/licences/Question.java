package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What an operation is asked: who asks, and the data. */
record Question(Account account, JsonNode data) {

    private static final Set<String> HOLDER_TYPES = Set.of("001", "099", "111", "114", "414", "511", "516", "553");
    private static final int LONGEST_CAUSE = 200;

    static Question of(ObjectNode envelope, Accounts accounts) {
        JsonNode head = envelope.path("head");
        Account account = accounts.require(
                head.path("accessId").asText(), head.path("accessToken").asText());
        return new Question(account, envelope.path("data"));
    }

    String text(String name) {
        return data.path(name).asText();
    }

    /** 用证事由 says by which right; every operation wants it. */
    String cause() {
        String cause = required("useCause");
        if (cause.codePointCount(0, cause.length()) > LONGEST_CAUSE) {
            throw new Denied(Status.OTHER, "useCause 超过 200 字");
        }
        return cause;
    }

    String required(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw new Denied(Status.EMPTY);
        }
        return text;
    }

    /** A type that nobody knows may not be seen either. */
    String permittedKind() {
        String code = required("certTypeCode");
        if (account.kinds().stream().noneMatch(kind -> kind.code().equals(code))) {
            throw new Denied(Status.NOT_PERMITTED);
        }
        return code;
    }

    Licence permitted(Licence licence) {
        if (!account.kinds().contains(licence.kind())) {
            throw new Denied(Status.NOT_PERMITTED);
        }
        return licence;
    }

    String holderCode() {
        String code = required("holderCode");
        if (!HOLDER_TYPES.contains(required("holderTypeCode"))) {
            throw new Denied(Status.WRONG_HOLDER_TYPE);
        }
        return code;
    }
}
