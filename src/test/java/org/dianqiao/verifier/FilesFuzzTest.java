package org.dianqiao.verifier;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Function;

/** Bytes of every kind as each of a bundle's files, without the ZIP around them that keeps a fuzzer out. */
class FilesFuzzTest {

    private static final List<Function<byte[], Object>> READERS = List.of(
            Manifest::of,
            Entry::of,
            Inclusion::of,
            json -> Head.of(Fields.of(json, Json.FLAT)),
            HeldHead::of,
            SignedData::of,
            Stamp::of,
            Certificate::of,
            Pem::certificates,
            RevocationList::of);

    @FuzzTest(maxDuration = "10s")
    void readsAFileOrSaysWhyNot(byte[] bytes) {
        for (Function<byte[], Object> reader : READERS) {
            try {
                reader.apply(bytes);
            } catch (Malformed refused) {
                if (refused.why().zh().isBlank()) {
                    throw new AssertionError("no reason", refused);
                }
            }
        }
    }
}
