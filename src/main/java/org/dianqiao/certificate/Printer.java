package org.dianqiao.certificate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.dianqiao.trust.SigningKey;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes both files of a certificate from one sheet, so that they cannot differ. */
@Component
class Printer {

    private final CertificateSettings settings;
    private final SigningKey key;
    private final Supplier<Seal> seal;

    Printer(CertificateSettings settings, SigningKey key, Clock clock) {
        this.settings = settings;
        this.key = key;
        this.seal = seal(settings, key, clock);
    }

    Issued print(Draft draft, String identifier, String verify) {
        Typeface typeface = Typeface.kept();
        Sheet sheet = Composition.of(draft, identifier, settings.issuer(), verify, typeface);
        Subset subset = typeface.subset(sheet.codePoints());
        byte[] ofd = OfdFile.of(sheet, subset, new Sealing(seal.get(), key));
        return new Issued(identifier, PdfFile.of(sheet, subset), ofd, verify);
    }

    /** An authority's is looked at when the gateway starts; its own is drawn when the first certificate needs it. */
    private static Supplier<Seal> seal(CertificateSettings settings, SigningKey key, Clock clock) {
        Path file = settings.sealFile();
        if (file == null) {
            return SingletonSupplier.of(
                    () -> Seal.make(settings.issuer(), SealPicture.of(settings.issuer(), Typeface.kept()), key));
        }
        return SingletonSupplier.of(SealFile.read(file, key.certificate(), clock.instant()));
    }
}
