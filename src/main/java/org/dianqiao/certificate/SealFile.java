package org.dianqiao.certificate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.SmallFile;
import org.dianqiao.ofd.ElectronicSeal;
import org.dianqiao.trust.Sm2Certificate;

/** A seal that an authority has made, looked at before anything is sealed with it. */
final class SealFile {

    private static final int MOST_BYTES = 512 * 1024;

    private SealFile() {}

    /** The seal, with which this certificate's key may seal at this time. */
    static Seal read(Path file, Sm2Certificate signer, Instant now) {
        List<Fault> faults = new ArrayList<>();
        byte[] der = SmallFile.bytes(file, MOST_BYTES, faults).orElseThrow(() -> new BadFiles(faults));
        try {
            check(ElectronicSeal.of(der), signer, now);
        } catch (IllegalArgumentException e) {
            throw new BadFiles(new Fault(file, "no seal to be used (GB/T 38540-2020): " + e.getMessage()));
        }
        return new Seal(der);
    }

    private static void check(ElectronicSeal seal, Sm2Certificate signer, Instant now) {
        require(!now.isBefore(seal.validFrom()), "it is not valid yet");
        require(now.isBefore(seal.validUntil()), "it is no longer valid");
        require(seal.lists(signer), "the gateway's certificate is not on its list: " + signer);
        require(seal.isSignedByItsMaker(), "its maker's signature does not hold");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
