package org.dianqiao.platform;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.BadFiles;
import org.dianqiao.vault.DataKeyStore;
import org.dianqiao.vault.Rotation;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verb `rotate`: another wrapping key for the database, with the settings that `serve` reads. */
public final class Rotate {

    private static final String FORGET = "--forget";
    private static final String SETTING = "--[a-z-]+\\.[^=]+=.*";
    private static final String USAGE = """
            rotate [--forget] [--dianqiao.home=DIR ...]

              another wrapping key for what stands sealed in the database, and another data key from now on
              --forget   the wrapping keys before the newest go, when every node has its file

            0: done; 1: not done, and nothing is worse than before; 2: could not be understood
            """;

    private final Rotation rotation;
    private final Keystore keystore;
    private final PrintStream out;

    private Rotate(Keystore keystore, PrintStream out) {
        this.keystore = keystore;
        this.rotation = new Rotation(keystore.file(), keystore.password(), Clock.systemUTC());
        this.out = out;
    }

    /** 0: done; 1: not done, and why is said, and nothing is worse than before; 2: it was not understood. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        List<String> settings =
                words.stream().filter(word -> !word.equals(FORGET)).toList();
        Optional<String> strange =
                settings.stream().filter(word -> !word.matches(SETTING)).findFirst();
        if (strange.isPresent()) {
            err.print("not done: there is no option " + strange.get() + "\n\n" + USAGE);
            return 2;
        }
        return run(settings.toArray(String[]::new), words.contains(FORGET), out, err);
    }

    private static int run(String[] settings, boolean forget, PrintStream out, PrintStream err) {
        try (ConfigurableApplicationContext context = SettingsAlone.context(settings);
                DatabaseAtHand database = DatabaseAtHand.of(context.getEnvironment(), settings(context))) {
            new Rotate(Keystore.wrapping(settings(context)), out).run(database, forget);
            return 0;
        } catch (BadFiles | CannotStart | UncheckedIOException | DataAccessException e) {
            err.println("not done: " + e.getMessage());
            return 1;
        }
    }

    private static Settings settings(ConfigurableApplicationContext context) {
        return context.getBean(Settings.class);
    }

    private void run(DatabaseAtHand database, boolean forget) {
        if (database.source().isEmpty()) {
            begin();
            return;
        }
        DataKeyStore store =
                new DataKeyStore(JdbcClient.create(database.source().get()));
        if (!store.isThere()) {
            begin();
        } else if (forget) {
            forget(store);
        } else {
            exchange(store);
        }
    }

    private void begin() {
        out.printf("%s: %s. Nothing is sealed in the database yet.%n", keystore.file(), rotation.addKey());
    }

    private void exchange(DataKeyStore store) {
        rotation.requireAllReadable(store);
        out.printf("%s: %s%n", keystore.file(), rotation.addKey());
        int wrapped = rotation.wrapAll(store);
        rotation.beginDataKey(store);
        out.printf("Data keys that are wrapped by it as well: %d; and another one begins.%n", wrapped);
        out.printf("When every node has this file: %s %s%n", Rotation.COMMAND, FORGET);
    }

    private void forget(DataKeyStore store) {
        int forgotten = rotation.forget(store);
        out.printf("%s: keys that wrap nothing any more and are gone: %d%n", keystore.file(), forgotten);
    }
}
