package org.dianqiao.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianqiao.files.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of certificates and lists in a place, which is a folder or a file. A file that cannot be used becomes a
 * fault and the next is read. Hidden files and other endings are not for us, but a private key is not left lying here
 * under any name.
 */
final class TrustFolders {

    private static final Set<String> CERTIFICATES = Set.of("pem", "crt", "cer", "der");
    private static final Set<String> LISTS = Set.of("crl", "pem", "der");
    private static final int LARGEST_CERTIFICATE = 64 << 10;

    private static final Logger log = LoggerFactory.getLogger(TrustFolders.class);

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void certificates(Path place, Consumer<Sm2Certificate> each) {
        files(place)
                .forEach(file -> reading(file, () -> {
                    Pem pem = withoutKey(file, LARGEST_CERTIFICATE);
                    if (ends(file, CERTIFICATES)) {
                        readCertificates(pem, each);
                    }
                }));
    }

    void certificatesBesideKeys(Path place, Consumer<Sm2Certificate> each) {
        files(place)
                .filter(file -> ends(file, CERTIFICATES))
                .forEach(file -> reading(file, () -> {
                    Pem pem = read(file, LARGEST_CERTIFICATE);
                    if (!pem.holdsPrivateKey() || !pem.blocks("CERTIFICATE").isEmpty()) {
                        readCertificates(pem, each);
                    }
                }));
    }

    void lists(Path place, Consumer<byte[]> each) {
        files(place)
                .forEach(file -> reading(file, () -> {
                    Pem pem = withoutKey(file, RevocationList.LARGEST);
                    if (ends(file, LISTS)) {
                        List<byte[]> blocks = pem.blocks(RevocationList.LABEL);
                        Fields.require(!blocks.isEmpty(), "holds no revocation list");
                        blocks.forEach(each);
                    }
                }));
    }

    /** What was fetched: whatever is wrong with it, it is no fault of the operator's. */
    void fetchedLists(Path place, Consumer<byte[]> each) {
        TrustFolders fetched = new TrustFolders();
        fetched.lists(place, each);
        fetched.faults.forEach(fault -> log.warn("This fetched list does not count: {}", fault));
    }

    List<Path> within(Path root) {
        return entries(root).filter(Files::isDirectory).toList();
    }

    private static void readCertificates(Pem pem, Consumer<Sm2Certificate> each) {
        List<byte[]> blocks = pem.blocks("CERTIFICATE");
        Fields.require(!blocks.isEmpty(), "holds no certificate");
        blocks.forEach(block -> each.accept(Sm2Certificate.of(block)));
    }

    private Stream<Path> files(Path place) {
        return Files.isDirectory(place)
                ? entries(place).filter(Files::isRegularFile)
                : Stream.of(place).filter(Files::exists);
    }

    private Stream<Path> entries(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Predicate<Path> hidden = entry -> entry.getFileName().toString().startsWith(".");
            return entries.filter(hidden.negate()).sorted().toList().stream();
        } catch (IOException e) {
            faults.add(new Fault(folder, "cannot be listed: " + e.getMessage()));
            return Stream.empty();
        }
    }

    private void reading(Path file, Reading reading) {
        try {
            reading.run();
        } catch (IOException e) {
            faults.add(new Fault(file, "cannot be read: " + e));
        } catch (RuntimeException e) {
            faults.add(new Fault(file, String.valueOf(e.getMessage())));
        }
    }

    private static Pem withoutKey(Path file, int largest) throws IOException {
        Pem pem = read(file, largest);
        Fields.require(!pem.holdsPrivateKey(), "holds a private key, which does not belong here");
        return pem;
    }

    private static Pem read(Path file, int largest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            Fields.require(bytes.length <= largest, "is larger than " + largest + " bytes");
            return new Pem(bytes);
        }
    }

    private static boolean ends(Path file, Set<String> endings) {
        String name = file.getFileName().toString();
        return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** One file's turn. */
    private interface Reading {
        void run() throws IOException;
    }
}
