package org.dianqiao.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/** What ofdrw says of a file that nobody else has looked at. */
public final class Ofdrw {

    private Ofdrw() {}

    /** What it finds wrong with the file: its references, its signature or its seal; nothing where all of them hold. */
    public static Optional<String> fault(byte[] ofd, Path folder) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "certificate", ".ofd"), ofd);
        try (OFDReader reader = new OFDReader(file);
                OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(String.valueOf(e));
        }
    }
}
