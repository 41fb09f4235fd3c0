package org.dianqiao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service for tests, `drill.held`: an event of at most 1 KiB, sent at most 3 s ago, with no contract. Its route keeps
 * what it sees in `mock:drill`.
 */
final class Drill {

    private static final String SERVICE = """
            services:
              drill.held:
                title: { zh: 演练, en: Drill }
                kind: event
                provider: gateway
                limit: 1KiB
                maxAge: 3s
            """;
    private static final String ROUTE = """
            - route:
                id: drill.held
                description: Keeps what a step of a service sees.
                errorHandler:
                  noErrorHandler: {}
                from:
                  uri: direct:drill.held
                  steps:
                    - to: { id: drill.held.keep, uri: "mock:drill" }
            """;

    private Drill() {}

    static void addTo(Path home) throws IOException {
        replace(home.resolve("mappings/services.yaml"), "services:\n", SERVICE);
        replace(
                home.resolve("mappings/partners/approval.henan.yaml"),
                "sends:\n",
                "sends:\n  - { service: drill.held }\n");
        Files.writeString(home.resolve("routes/services/drill.held.camel.yaml"), ROUTE);
    }

    private static void replace(Path file, String words, String others) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^" + words, others));
    }
}
