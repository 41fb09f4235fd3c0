package org.dianqiao.ofd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.dianqiao.files.Folders;
import org.dianqiao.ofd.Opinion.Seal;
import org.jspecify.annotations.Nullable;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;
import org.ofdrw.sign.verify.exceptions.OFDVerifyException;

/**
 * What ofdrw says of a document that we find right: what one reader overlooks, the other may see. It needs the files
 * unpacked, so they are, beside the document, once we know how many they are and how large. What else it reads when it opens
 * a document (fonts, colours) is not there yet then: of XML it gets only what we have read before it, and found short.
 */
record SecondOpinion(Archive archive, Path document) {

    /** It digests all of it for each signature. */
    private static final long MOST_DIGESTED = 512L << 20;

    /** What speaks against the document. */
    Optional<Opinion> objection(int signatures) throws IOException {
        if (archive.unpacked() * signatures > MOST_DIGESTED) {
            return unverified("its signatures cover too much");
        }
        Path folder = Files.createTempDirectory(document.toAbsolutePath().getParent(), "ofd-");
        try {
            validate(folder);
            return Optional.empty();
        } catch (OFDVerifyException e) {
            return Optional.of(new Opinion(Seal.TAMPERED, "ofdrw: " + e.getMessage()));
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return unverified(e.getMessage());
        } finally {
            Folders.delete(folder);
        }
    }

    private static Optional<Opinion> unverified(@Nullable String why) {
        return Optional.of(new Opinion(Seal.UNTRUSTED, "ofdrw cannot verify it: " + why));
    }

    private void validate(Path folder) throws IOException, GeneralSecurityException, OFDVerifyException {
        archive.unpackWhatWasRead(folder);
        try (OFDReader reader = new OFDReader(folder.toString(), false);
                OFDValidator validator = new OFDValidator(reader)) {
            archive.unpackTheRest(folder);
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
        }
    }
}
