package org.dianqiao.trust;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * Opens what others encrypted for us (GB/T 32918.4). Systems differ in the order of the three pieces, in whether the
 * first begins with the byte of an uncompressed point, and in which of our two certificates they took the key from. The
 * digest within tells which of these it was: what opens, opens in one way only.
 */
public final class OpeningKey {

    private static final byte UNCOMPRESSED = 4;

    /** A point, a digest and one byte. */
    private static final int SHORTEST = 2 * 32 + 32 + 1;

    private final List<ECPrivateKeyParameters> keys;

    OpeningKey(List<ECPrivateKeyParameters> keys) {
        this.keys = List.copyOf(keys);
    }

    /** All keys of a PKCS#12 file: the one that signs, and one for encryption only where there is one. */
    public static OpeningKey open(Path pkcs12, char[] password) {
        return new OpeningKey(Pkcs12.keys(pkcs12, password));
    }

    /** IllegalArgumentException where it was not made for us, or was changed. */
    public byte[] opened(byte[] sealed) {
        return forms(sealed)
                .flatMap(this::openings)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it does not open with our key"));
    }

    private static Stream<byte[]> forms(byte[] sealed) {
        if (sealed.length < SHORTEST) {
            return Stream.empty();
        }
        byte[] withPoint = new byte[sealed.length + 1];
        withPoint[0] = UNCOMPRESSED;
        System.arraycopy(sealed, 0, withPoint, 1, sealed.length);
        return sealed[0] == UNCOMPRESSED ? Stream.of(sealed, withPoint) : Stream.of(withPoint);
    }

    private Stream<byte[]> openings(byte[] form) {
        return Arrays.stream(SM2Engine.Mode.values())
                .flatMap(mode -> keys.stream().flatMap(key -> opened(form, mode, key).stream()));
    }

    private static Optional<byte[]> opened(byte[] form, SM2Engine.Mode mode, ECPrivateKeyParameters key) {
        SM2Engine engine = new SM2Engine(mode);
        engine.init(false, key);
        try {
            return Optional.of(engine.processBlock(form, 0, form.length));
        } catch (InvalidCipherTextException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
