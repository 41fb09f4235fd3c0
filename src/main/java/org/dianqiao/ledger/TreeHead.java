package org.dianqiao.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of how large the ledger's tree is and what its root is.
 *
 * @param timestamp the token of a time stamping authority over the same text, once there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TreeHead(
        long size,
        String root,
        String time,
        String signature,
        @Nullable String timestamp) {

    /** The head of the tree before the first leaf: its root is the digest of nothing. */
    static TreeHead ofNothing(SigningKey key, Instant at) {
        return sign(0, Merkle.empty(), at, key);
    }

    static TreeHead sign(long size, byte[] root, Instant at, SigningKey key) {
        TreeHead unsigned = new TreeHead(size, Sm3.hex(root), Entry.time(at), "", null);
        byte[] seal = key.seal(unsigned.text());
        return new TreeHead(
                size, unsigned.root, unsigned.time, Base64.getEncoder().encodeToString(seal), null);
    }

    /** What is signed. */
    byte[] text() {
        return "dqx-head/1\n%d\n%s\n%s\n".formatted(size, root, time).getBytes(StandardCharsets.UTF_8);
    }

    /** Whose certificate came along and holds for it; empty where none does. Nothing is said about trusting it. */
    Optional<Sm2Certificate> signer(Trust trust) {
        try {
            SignedData signed = SignedData.read(signatureBytes());
            return signed.signer(trust).filter(certificate -> signed.holds(text(), certificate));
        } catch (NotSignedData | IllegalArgumentException notASignature) {
            return Optional.empty();
        }
    }

    byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }
}
