package org.dianqiao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** src/docs/connectors.md: the files that it has written, the commands that it has typed, and what it says of them. */
public record ConnectorsPage(String text) {

    private static final String THEIRS = "https://127.0.0.1:9209/";
    private static final Pattern FILE = block("(?:yaml|json|text) (\\S+)");
    private static final Pattern COMMANDS = block("sh");
    private static final Pattern CONSOLE = block("console");
    private static final String DOCTOR = "$ java -jar target/dianqiao.jar doctor ";

    private static Pattern block(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    }

    /** With the platform at this port. */
    public static ConnectorsPage of(int port) throws IOException {
        String text = Files.readString(Path.of("src/docs/connectors.md"));
        return new ConnectorsPage(text.replace(":9209", ":" + port).replace("9209 ", port + " "));
    }

    /** With the platform at this address, which wants to see no certificate. */
    public static ConnectorsPage withoutTls(String address) throws IOException {
        String text = Files.readString(Path.of("src/docs/connectors.md"));
        return new ConnectorsPage(text.replace(THEIRS, address + "/").replaceAll("(?m)^  tls: .*\\n", ""));
    }

    public void writeFiles(Path home) throws IOException {
        for (MatchResult file : FILE.matcher(text).results().toList()) {
            Path place = home.resolve(file.group(1));
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.group(2));
        }
    }

    /** Those by which certificates are made, which stand before the doctor is asked. */
    String preparations() {
        return commands(text.substring(0, text.indexOf(DOCTOR)));
    }

    String trials() {
        return commands(text.substring(text.indexOf(DOCTOR)));
    }

    private static String commands(String text) {
        return "set -e\n"
                + COMMANDS.matcher(text).results().map(each -> each.group(1)).collect(Collectors.joining());
    }

    String[] askedOfTheDoctor() {
        String line = console().get(0);
        if (!line.startsWith(DOCTOR)) {
            throw new IllegalStateException("the page asks no doctor, but: " + line);
        }
        return line.substring(DOCTOR.length()).split(" ");
    }

    /** What the doctor says; `…` stands for what is another each time. */
    Pattern saidByTheDoctor() {
        return Pattern.compile(console().stream()
                .skip(1)
                .map(line -> Pattern.quote(line).replace("…", "\\E.+\\Q") + "\n")
                .collect(Collectors.joining()));
    }

    private List<String> console() {
        return CONSOLE.matcher(text)
                .results()
                .map(each -> each.group(1).lines().toList())
                .findFirst()
                .orElseThrow();
    }
}
