package org.dianqiao.verifier;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be verified, and how. */
final class Options {

    static final String USAGE = """
            verify BUNDLE [--anchors DIR|FILE] [--head FILE] [--json] [--lang zh|en]

              BUNDLE     the evidence, a bundle or a bundle of several; - reads the standard input
              --anchors  the roots that you believe, PEM; default certs/anchors and the sandbox's root
              --head     heads that you kept, JSON: a head, a receipt's body, {"head","from","to","hashes"}, or an array
              --json     the report as JSON
              --lang     the report in one language

            0: FULL, PARTIAL or DIGEST-ONLY; 1: INVALID; 2: could not be run
            """;

    private @Nullable String bundle;
    private @Nullable Path anchors;
    private @Nullable Path head;
    private Language language = Language.BOTH;
    private boolean json;

    static Options of(String... args) {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options.take(rest.remove(), rest);
        }
        options.bundle();
        return options;
    }

    private void take(String word, Deque<String> rest) {
        switch (word) {
            case "--anchors" -> anchors = Path.of(value(word, rest));
            case "--head" -> head = Path.of(value(word, rest));
            case "--lang" -> language = Language.of(value(word, rest));
            case "--json" -> json = true;
            default -> takeBundle(word);
        }
    }

    private void takeBundle(String word) {
        if (word.startsWith("--")) {
            throw misused("没有此选项 there is no option " + word);
        }
        if (bundle != null) {
            throw misused("一次只能核验一个文件 one file at a time, and not also " + word);
        }
        bundle = word;
    }

    private static String value(String word, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw misused("缺少取值 a value is missing: " + word);
        }
        return rest.remove();
    }

    private static CannotRun misused(String reason) {
        return new CannotRun(reason + "\n\n" + USAGE);
    }

    String bundle() {
        if (bundle == null) {
            throw misused("缺少存证包 a bundle is missing");
        }
        return bundle;
    }

    Optional<Path> anchors() {
        return Optional.ofNullable(anchors);
    }

    Optional<Path> head() {
        return Optional.ofNullable(head);
    }

    Language language() {
        return language;
    }

    boolean json() {
        return json;
    }
}
