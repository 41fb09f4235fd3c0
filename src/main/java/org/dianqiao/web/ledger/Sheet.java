package org.dianqiao.web.ledger;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.dianqiao.trust.Sm3;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** One answer of the ledger, and how long a cache may keep it. Asked for again it is sent only if it has changed. */
enum Sheet {
    /** The tree only grows: what was true of so many leaves stays true of them. */
    FOR_EVER("public, max-age=31536000, immutable"),

    /** Another one within the second. */
    NEWEST("public, max-age=1, must-revalidate");

    private static final ObjectMapper JSON = new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);

    private final String keeping;

    Sheet(String keeping) {
        this.keeping = keeping;
    }

    ResponseEntity<byte[]> json(Object content) {
        try {
            return of(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResponseEntity<byte[]> raw(byte[] content) {
        return of(MediaType.APPLICATION_OCTET_STREAM, content);
    }

    private ResponseEntity<byte[]> of(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, keeping)
                .eTag(Sm3.hex(Sm3.of(content)))
                .body(content);
    }
}
