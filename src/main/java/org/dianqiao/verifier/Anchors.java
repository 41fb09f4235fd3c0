package org.dianqiao.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The roots that the caller believes: nothing in a bundle can add to them. */
final class Anchors {

    private static final int LARGEST = 1 << 20;

    private Anchors() {}

    static List<Certificate> in(Path fileOrFolder) throws IOException {
        List<Certificate> anchors = new ArrayList<>();
        for (Path file : files(fileOrFolder)) {
            anchors.addAll(read(file));
        }
        return required(anchors, fileOrFolder.toString());
    }

    /** Where the gateway of this home keeps its own, and those of its sandbox. */
    static List<Certificate> ofHome() throws IOException {
        Path home = Path.of(Optional.ofNullable(System.getenv("DIANQIAO_HOME")).orElse("."));
        List<Path> usual = List.of(home.resolve("certs/anchors"), home.resolve("data/sandbox/root.pem"));
        List<Certificate> anchors = new ArrayList<>();
        for (Path place : usual.stream().filter(Files::exists).toList()) {
            for (Path file : files(place)) {
                anchors.addAll(read(file));
            }
        }
        return required(anchors, usual.toString());
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer|der)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Certificate> read(Path file) throws IOException {
        try {
            return Pem.certificates(Small.file(file, LARGEST));
        } catch (Malformed e) {
            throw new CannotRun(file + ": " + Language.BOTH.of(e.why()));
        }
    }

    private static List<Certificate> required(List<Certificate> anchors, String place) {
        if (anchors.isEmpty()) {
            throw new CannotRun("没有信任锚点 no anchor to believe in: " + place + " (--anchors DIR|FILE)");
        }
        return anchors;
    }
}
