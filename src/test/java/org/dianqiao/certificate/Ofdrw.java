package org.dianqiao.certificate;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;

/**
 * The library ofdrw, with the older BouncyCastle that it needs, apart from ours. The build puts both into
 * `target/ofdrw`.
 */
public final class Ofdrw {

    private static final Path FOLDER = Path.of("target/ofdrw");
    private static final ClassLoader LIBRARY = library();

    private Ofdrw() {}

    private static ClassLoader library() {
        File[] jars = FOLDER.toFile().listFiles((folder, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException(FOLDER + " is empty: ./mvnw dependency:copy@ofdrw fills it");
        }
        return new URLClassLoader(
                Arrays.stream(jars).map(Ofdrw::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File jar) {
        try {
            return jar.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it finds wrong with the file: its references, its signature or its seal; nothing where all of them hold. */
    public static Optional<String> fault(byte[] ofd, Path folder) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "certificate", ".ofd"), ofd);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Provider ours = Security.getProvider("BC");
        Security.removeProvider("BC");
        Security.addProvider((Provider) make("org.bouncycastle.jce.provider.BouncyCastleProvider"));
        thread.setContextClassLoader(LIBRARY);
        try {
            validate(file);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } finally {
            thread.setContextClassLoader(before);
            Security.removeProvider("BC");
            if (ours != null) {
                Security.addProvider(ours);
            }
        }
    }

    private static void validate(Path file) throws Exception {
        Class<?> readerClass = LIBRARY.loadClass("org.ofdrw.reader.OFDReader");
        Class<?> containerClass = LIBRARY.loadClass("org.ofdrw.sign.verify.SignedDataValidateContainer");
        try (AutoCloseable reader =
                (AutoCloseable) readerClass.getConstructor(Path.class).newInstance(file)) {
            Class<?> type = LIBRARY.loadClass("org.ofdrw.sign.verify.OFDValidator");
            Object validator = type.getConstructor(readerClass).newInstance(reader);
            type.getMethod("setValidator", containerClass)
                    .invoke(validator, make("org.ofdrw.sign.verify.container.SESV4ValidateContainer"));
            type.getMethod("exeValidate").invoke(validator);
        }
    }

    private static Object make(String type) throws Exception {
        return LIBRARY.loadClass(type).getConstructor().newInstance();
    }
}
