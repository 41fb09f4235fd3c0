package org.dianqiao.partner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.files.Fault;
import org.dianqiao.files.SmallFile;

/**
 * Where secrets stand: in files below the gateway's home, in its environment, or with the sandbox's simulators. A
 * partner's file says only where, for it is reviewed, copied and kept by many.
 */
public record SecretPlaces(Path home, Map<String, String> environment) {

    private static final String FILE = "file:";
    private static final String VARIABLE = "env:";
    private static final String SIMULATOR = "sandbox:";
    private static final int LARGEST = 4096;

    /** IllegalArgumentException where it is a secret itself, is not there, or is none. It is not told what was found. */
    Secret find(String reference) {
        if (isNobodys(reference)) {
            return new Secret(UUID.randomUUID().toString().replace("-", ""), false);
        }
        String found = look(reference).strip();
        if (!found.matches("[!-~]+")) {
            throw new IllegalArgumentException(reference + " must hold one line of letters, digits and signs");
        }
        return new Secret(found);
    }

    /** A private key: several lines, of which none is looked at here. */
    Secret key(String reference) {
        String found = look(reference);
        if (!found.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException(reference + " must hold a private key, as PEM or as OpenSSH writes it");
        }
        return new Secret(found);
    }

    private String look(String reference) {
        if (reference.startsWith(FILE)) {
            return file(reference.substring(FILE.length()));
        }
        if (reference.startsWith(VARIABLE)) {
            return variable(reference.substring(VARIABLE.length()));
        }
        if (reference.startsWith(SIMULATOR)) {
            return file(kept(reference));
        }
        throw new IllegalArgumentException(
                "a secret does not stand here: say where it stands, as \"file:secrets/name\" or \"env:NAME\"");
    }

    private String file(String path) {
        Path root = home.toAbsolutePath().normalize();
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("file:" + path + " is not below the gateway's home");
        }
        List<Fault> faults = new ArrayList<>();
        Optional<String> text = SmallFile.text(file, LARGEST, faults);
        return text.orElseThrow(
                () -> new IllegalArgumentException(file + ": " + faults.get(0).reason()));
    }

    /** Without the sandbox there is nobody who shares it. */
    private boolean isNobodys(String reference) {
        return reference.startsWith(SIMULATOR) && !Files.exists(home.resolve(kept(reference)));
    }

    private static String kept(String reference) {
        return "data/sandbox/" + reference.substring(SIMULATOR.length());
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no variable " + name + " in the environment"));
    }
}
