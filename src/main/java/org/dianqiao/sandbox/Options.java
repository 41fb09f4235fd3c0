package org.dianqiao.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: words, and options that begin with two dashes. */
final class Options {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    /** A command line that cannot be followed, and why. */
    static final class Misused extends RuntimeException {
        Misused(String reason) {
            super(reason);
        }
    }

    static Options of(String[] args, Set<String> withValue, Set<String> flags) {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options.take(rest.remove(), rest, withValue, flags);
        }
        return options;
    }

    private void take(String word, Deque<String> rest, Set<String> withValue, Set<String> flags) {
        if (!word.startsWith("--")) {
            words.add(word);
        } else if (flags.contains(word)) {
            put(word, "");
        } else if (!withValue.contains(word)) {
            throw new Misused("there is no option " + word);
        } else if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new Misused(word + " wants a value");
        } else {
            put(word, rest.remove());
        }
    }

    private void put(String name, String value) {
        given.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    List<String> words() {
        return words;
    }

    boolean has(String flag) {
        return given.containsKey(flag);
    }

    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    Optional<String> value(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new Misused(name + " is given twice");
        }
        return values.stream().findFirst();
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new Misused(name + " is missing"));
    }

    Optional<Path> file(String name) {
        return value(name).map(Path::of);
    }

    int port(String name, int otherwise) {
        return port(name, value(name).orElse(String.valueOf(otherwise)));
    }

    static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new Misused(name + " is not a port: " + text);
        }
        return Integer.parseInt(text);
    }

    /** The gateway of this machine unless another is named. */
    URI gateway() {
        String text = value("--gateway").orElse("http://127.0.0.1:8080");
        if (!text.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new Misused("--gateway is not an address like http://127.0.0.1:8080: " + text);
        }
        return URI.create(text);
    }

    /** The sandbox's folder in the gateway's home. */
    Path sandboxFolder() {
        return file("--home").orElse(home()).resolve("data").resolve("sandbox");
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("DIANQIAO_HOME")).orElse("."));
    }
}
