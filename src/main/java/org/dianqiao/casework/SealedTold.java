package org.dianqiao.casework;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dianqiao.vault.Vault;
import org.springframework.stereotype.Component;

/** What was told in a case on its way into the database and out of it: numbers stay exact, and it is sealed for its case. */
@Component
class SealedTold {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Vault vault;

    SealedTold(Vault vault) {
        this.vault = vault;
    }

    byte[] lock(ObjectNode told, String caseNo) {
        try {
            return vault.lock(JSON.writeValueAsBytes(told), place(caseNo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what is erased nothing is left. */
    ObjectNode unlock(byte[] sealed, String caseNo) {
        if (sealed.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            return (ObjectNode) JSON.readTree(vault.unlock(sealed, place(caseNo)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(String caseNo) {
        return "case " + caseNo;
    }
}
