package org.dianqiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Camel would only notice with the first message: every route file read as it stands. */
class RouteFilesAreWholeTest {

    private static final Set<String> PACKAGES = Set.of(
            "exchange",
            "delivery",
            "connector",
            "connector.list",
            "documents",
            "connector.front",
            "lead",
            "verification",
            "permit",
            "casework",
            "progress",
            "evidence",
            "upload",
            "ledger",
            "revocation",
            "vault",
            "platform");
    private static final List<Route> ROUTES = new ArrayList<>();

    private record Route(Path file, JsonNode yaml) {
        String id() {
            return yaml.path("id").asText();
        }

        String from() {
            return yaml.path("from").path("uri").asText();
        }

        List<JsonNode> all(String step) {
            return yaml.findValues(step);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper reader = new ObjectMapper(new YAMLFactory());
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".camel.yaml"))
                    .toList()) {
                reader.readTree(file.toFile()).findValues("route").forEach(yaml -> ROUTES.add(new Route(file, yaml)));
            }
        }
        assertThat(ROUTES).isNotEmpty();
    }

    @Test
    void everyRouteSaysWhatItIsFor() {
        assertThat(ROUTES)
                .allSatisfy(route ->
                        assertThat(route.yaml().path("description").asText()).isNotBlank());
    }

    @Test
    void idsAreThereAndTheirOwn() {
        Set<String> ids = new HashSet<>();
        for (Route route : ROUTES) {
            assertThat(ids.add(route.id())).as(route.id()).isTrue();
            for (String kind : List.of("bean", "to", "toD", "choice", "transacted")) {
                route.all(kind).forEach(step -> {
                    String id = step.path("id").asText();
                    assertThat(id).as("%s in %s", kind, route.file()).startsWith(route.id() + ".");
                    assertThat(ids.add(id)).as(id).isTrue();
                });
            }
        }
    }

    @Test
    void aServicesFileIsNamedAfterItAndReadsFromIt() {
        ROUTES.stream()
                .filter(route -> route.file().startsWith("routes/services"))
                .forEach(route -> {
                    assertThat(route.file().getFileName()).hasToString(route.id() + ".camel.yaml");
                    assertThat(route.from()).isEqualTo("direct:" + route.id());
                });
    }

    @Test
    void everyBeanStepIsAMethodOfAStepsOrWatchClass() {
        for (Route route : ROUTES) {
            for (JsonNode bean : route.all("bean")) {
                assertThat(methods(bean.path("ref").asText()))
                        .as("%s in %s", bean, route.file())
                        .contains(bean.path("method").asText().replaceFirst("\\(.*", ""));
            }
        }
    }

    @Test
    void everyDirectCallHasARouteThatAnswers() {
        List<String> from = ROUTES.stream().map(Route::from).toList();
        for (Route route : ROUTES) {
            route.all("to").stream()
                    .map(to -> to.path("uri").asText())
                    .filter(uri -> uri.startsWith("direct:"))
                    .forEach(uri -> assertThat(from).as(route.id()).contains(uri));
        }
    }

    @Test
    void nothingIsDecidedInYaml() {
        for (Route route : ROUTES) {
            for (String forbidden :
                    List.of("script", "groovy", "doTry", "throwException", "idempotentConsumer", "sql")) {
                assertThat(route.yaml().findValue(forbidden))
                        .as("%s in %s", forbidden, route.file())
                        .isNull();
            }
        }
    }

    private static List<String> methods(String bean) {
        String type = bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1);
        assertThat(type).matches(".*(Steps|Watch)");
        for (String folder : PACKAGES) {
            try {
                return Arrays.stream(Class.forName("org.dianqiao." + folder + "." + type)
                                .getDeclaredMethods())
                        .map(Method::getName)
                        .toList();
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        return List.of();
    }
}
