package org.dianqiao.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a certificate.
 *
 * @param pdfSm3 digest of its PDF file, in hexadecimal
 * @param ofdSm3 digest of its OFD file, likewise
 * @param supersedes whose place it has taken
 * @param supersededBy who has taken its place
 */
public record Certificate(
        String identifier,
        Kind kind,
        String caseNo,
        Instant issuedAt,
        String pdfSm3,
        String ofdSm3,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        @Nullable Instant supersededAt,
        @Nullable Instant revokedAt) {

    /** What it is worth today. */
    public enum Standing {
        IN_FORCE,
        SUPERSEDED,
        REVOKED
    }

    public Standing standing() {
        if (revokedAt != null) {
            return Standing.REVOKED;
        }
        return supersededBy == null ? Standing.IN_FORCE : Standing.SUPERSEDED;
    }
}
