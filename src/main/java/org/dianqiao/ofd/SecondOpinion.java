package org.dianqiao.ofd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.dianqiao.ofd.Opinion.Seal;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;
import org.ofdrw.sign.verify.exceptions.OFDVerifyException;
import org.springframework.util.FileSystemUtils;

/**
 * What ofdrw says of a document that we find right: what one reader overlooks, the other may see. It needs the files
 * unpacked, so they are, beside the document, once we know how many they are and how large.
 */
final class SecondOpinion {

    private SecondOpinion() {}

    /** What speaks against the document. */
    static Optional<Opinion> about(Archive archive, Path document) throws IOException {
        Path folder = Files.createTempDirectory(document.toAbsolutePath().getParent(), "ofd-");
        try {
            archive.unpack(folder);
            validate(folder);
            return Optional.empty();
        } catch (OFDVerifyException e) {
            return Optional.of(new Opinion(Seal.TAMPERED, "ofdrw: " + e.getMessage()));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.of(new Opinion(Seal.UNTRUSTED, "ofdrw cannot verify it: " + e.getMessage()));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void validate(Path folder) throws IOException, GeneralSecurityException, OFDVerifyException {
        try (OFDReader reader = new OFDReader(folder.toString(), false);
                OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
        }
    }
}
