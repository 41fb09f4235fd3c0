package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCSException;
import org.dianqiao.files.WholeFile;

/** The secret keys of a PKCS#12 file. Changing them leaves everything else in it as it was. */
public final class SecretsFile {

    private final Path file;
    private final Pkcs12File store;

    private SecretsFile(Path file, Pkcs12File store) {
        this.file = file;
        this.store = store;
    }

    /** IllegalArgumentException where the file or the password is wrong. */
    public static SecretsFile read(Path file, char[] password) {
        try {
            return new SecretsFile(file, Pkcs12File.read(file, password));
        } catch (IOException | PKCSException | RuntimeException e) {
            throw new IllegalArgumentException("cannot be opened: " + e.getMessage(), e);
        }
    }

    /** One that is not there yet. */
    public static SecretsFile empty(Path file, char[] password) {
        return new SecretsFile(file, new Pkcs12File(List.of(), password));
    }

    public Path file() {
        return file;
    }

    public List<NamedSecret> secrets() {
        List<NamedSecret> secrets = new ArrayList<>();
        try {
            for (PKCS12SafeBag bag : store.bags()) {
                read(bag).ifPresent(secrets::add);
            }
            return secrets;
        } catch (IOException | PKCSException e) {
            throw new IllegalArgumentException("a secret key in it cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<NamedSecret> read(PKCS12SafeBag bag) throws IOException, PKCSException {
        return SecretBags.read(bag, store.decryptor());
    }

    public SecretsFile with(NamedSecret secret) {
        try {
            List<ContentInfo> contents = new ArrayList<>(store.contents());
            contents.add(SecretBags.write(secret, store.password()));
            return new SecretsFile(file, new Pkcs12File(contents, store.password()));
        } catch (IOException | PKCSException e) {
            throw new IllegalStateException("a secret key cannot be added", e);
        }
    }

    /** Only what is encrypted bag by bag can be taken out, as keytool and we ourselves write it. */
    public SecretsFile without(Predicate<NamedSecret> unwanted) {
        try {
            List<ContentInfo> contents = new ArrayList<>();
            for (ContentInfo content : store.contents()) {
                without(unwanted, content).ifPresent(contents::add);
            }
            return new SecretsFile(file, new Pkcs12File(contents, store.password()));
        } catch (IOException | PKCSException e) {
            throw new IllegalStateException("a secret key cannot be taken out", e);
        }
    }

    private Optional<ContentInfo> without(Predicate<NamedSecret> unwanted, ContentInfo content)
            throws IOException, PKCSException {
        if (Pkcs12File.encrypted(content)) {
            return Optional.of(content);
        }
        List<PKCS12SafeBag> bags = store.bags(content);
        List<SafeBag> left = new ArrayList<>();
        for (PKCS12SafeBag bag : bags) {
            if (read(bag).filter(unwanted).isEmpty()) {
                left.add(bag.toASN1Structure());
            }
        }
        if (left.size() == bags.size()) {
            return Optional.of(content);
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(SecretBags.content(left));
    }

    /** Whole or not at all, with the permissions that it had. */
    public void write() {
        try {
            Path place = Files.exists(file) ? file.toRealPath() : file;
            WholeFile.write(place, store.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        } catch (PKCSException e) {
            throw new IllegalStateException(file + " cannot be written", e);
        }
    }
}
