package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.catalogue.Service;
import org.dianqiao.codes.Mapping;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.delivery.Ways;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;

/** What a partner's dialect has routes and mappings for, and whether what they make fits our contracts. */
final class Dialect {

    private static final Pattern COMES_IN = Pattern.compile("platform-http:/connect/v1/\\{partner}/([^\\s?\"']+)");
    private static final Pattern MAPPING = Pattern.compile("'([a-z0-9-]+/[a-z0-9-]+)'");
    private static final Pattern TRANSLATED = Pattern.compile("translate\\([^']*'([^']+)'\\)");
    private static final Pattern ATTESTED = Pattern.compile("attest\\([^']*'([^']+)'\\)");

    private final Home home;
    private final Partner partner;
    private final Endpoint endpoint;
    private final List<String> routes;
    private final List<Finding> findings = new ArrayList<>();

    private Dialect(Home home, Partner partner) {
        this.home = home;
        this.partner = partner;
        this.endpoint = Objects.requireNonNull(partner.endpoint());
        this.routes = texts(home.settings().routes().resolve("connectors").resolve(endpoint.dialect()), ".camel.yaml");
    }

    static List<Finding> of(Home home, Partner partner) {
        Dialect dialect = new Dialect(home, partner);
        dialect.wayIn();
        dialect.wordsIn();
        dialect.waysOut();
        dialect.mappings();
        dialect.routes.forEach(dialect::examples);
        dialect.examplesOfMappings();
        return dialect.findings;
    }

    private void wayIn() {
        for (String place : all(COMES_IN)) {
            String path = "/connect/v1/" + partner.id() + "/" + place;
            findings.add(good(About.CONTRACT, "对方由 " + path + " 接入", "it comes in at " + path));
        }
    }

    /** What is read from databases and folders is said by the gateway itself; whoever has a certificate may say it to us. */
    private void wordsIn() {
        Set<String> sends = partner.sends().keySet().stream()
                .filter(service -> home.catalogue().find(service).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean calls = endpoint.transport() == Transport.REST || endpoint.transport() == Transport.SOAP;
        if (!calls || sends.isEmpty() || !home.trust().of(partner.id()).isEmpty()) {
            return;
        }
        Set<String> attested = all(ATTESTED);
        String said = String.join(" ", sends);
        if (attested.isEmpty()) {
            findings.add(note(
                    About.CONTRACT,
                    "可发送 " + said + "，但其方言没有接入的路由；登记证书后可按交换协议发送",
                    "it may send " + said + ", and nothing comes in by a route of its dialect: only by the exchange"
                            + " protocol, with a certificate of theirs"));
        } else if (attested.stream().noneMatch(sends::contains)) {
            findings.add(bad(
                    About.GRANT,
                    "接入的路由报送的是 " + String.join(" ", attested) + "，而授权发送的是 " + said,
                    "the routes that it comes in by say " + String.join(" ", attested) + ", and it may send " + said));
        }
    }

    private void waysOut() {
        for (String service : partner.receives().stream().sorted().toList()) {
            String way = "direct:" + Ways.of(endpoint, service);
            if (routes.stream().noneMatch(route -> route.contains(way + "\n"))) {
                findings.add(bad(
                        About.CONTRACT,
                        "授权接收 " + service + "，但 routes/connectors/" + endpoint.dialect() + " 中没有从 " + way + " 开始的路由",
                        "it receives " + service + ", but no route of its dialect is from " + way));
            }
        }
    }

    private void mappings() {
        for (String name : all(MAPPING)) {
            if (home.mappings().find(name).isEmpty()) {
                findings.add(bad(
                        About.CONTRACT,
                        "路由用到映射 " + name + "，但没有 mappings/dialects/" + name + ".jslt",
                        "a route uses the mapping " + name + ", and there is no mappings/dialects/" + name + ".jslt"));
            }
        }
    }

    /** What the examples of a mapping come to must be what the service that the route names wants. */
    private void examples(String route) {
        List<String> translated = matches(TRANSLATED, route).toList();
        List<String> attested = matches(ATTESTED, route).toList();
        for (int i = 0; i < Math.min(translated.size(), attested.size()); i++) {
            String mapping = translated.get(i);
            home.catalogue().find(attested.get(i)).ifPresent(service -> examples(mapping, service));
        }
    }

    private void examples(String mapping, Service service) {
        Path file = home.settings().mappings().resolve("dialects").resolve(mapping);
        String name = file.getFileName().toString();
        for (Path example : files(Objects.requireNonNull(file.getParent()), ".out.json")) {
            if (example.getFileName().toString().startsWith(name + ".") && isWhole(example)) {
                example(example, service);
            }
        }
    }

    /** In XML there is no place for what the gateway puts beside their words, so such an example may lack that. */
    private static boolean isWhole(Path example) {
        String said = example.getFileName().toString().replace(".out.json", ".in.xml");
        return !Files.exists(example.resolveSibling(said));
    }

    /** What stands beside a mapping as what comes out of it, does. */
    private void examplesOfMappings() {
        for (String name : all(MAPPING)) {
            Path file = home.settings().mappings().resolve("dialects").resolve(name);
            home.mappings()
                    .find(name)
                    .ifPresent(mapping -> files(Objects.requireNonNull(file.getParent()), ".in.json").stream()
                            .filter(in -> in.getFileName().toString().startsWith(file.getFileName() + "."))
                            .forEach(in -> comesOut(mapping, in)));
        }
    }

    private void comesOut(Mapping mapping, Path in) {
        Path out = in.resolveSibling(in.getFileName().toString().replace(".in.json", ".out.json"));
        if (!Files.exists(out)) {
            return;
        }
        try {
            JsonNode comes = mapping.apply(json(in));
            if (!comes.toPrettyString().equals(json(out).toPrettyString())) {
                findings.add(bad(
                        About.CONTRACT,
                        "由 " + in.getFileName() + " 得出的与 " + out.getFileName() + " 不同："
                                + Differing.place(json(out), comes),
                        "what comes out of " + in.getFileName() + " is not " + out.getFileName() + ", at "
                                + Differing.place(json(out), comes)));
            }
        } catch (MappingFault fault) {
            findings.add(bad(
                    About.CONTRACT,
                    "映射 " + mapping.name() + " 不接受其示例 " + in.getFileName() + "：" + fault.getMessage(),
                    "the mapping " + mapping.name() + " refuses its example " + in.getFileName() + ": "
                            + fault.getMessage()));
        }
    }

    private static JsonNode json(Path file) {
        return StrictJson.read(read(file).getBytes(StandardCharsets.UTF_8));
    }

    private void example(Path file, Service service) {
        JsonNode payload = StrictJson.readPayload(read(file).getBytes(StandardCharsets.UTF_8))
                .path("payload");
        var violations = home.contracts().violations(Objects.requireNonNull(service.contract()), payload);
        String example = file.getFileName().toString();
        findings.add(
                violations.isEmpty()
                        ? good(
                                About.CONTRACT,
                                "示例 " + example + " 符合 " + service.name() + " 的约定",
                                "the example " + example + " fits the contract of " + service.name())
                        : bad(
                                About.CONTRACT,
                                "示例 " + example + " 不符合 " + service.name() + " 的约定："
                                        + violations.get(0).pointer() + " "
                                        + violations.get(0).message(),
                                "the example " + example + " does not fit the contract of " + service.name() + " at "
                                        + violations.get(0).pointer()));
    }

    private Set<String> all(Pattern pattern) {
        Set<String> found = new LinkedHashSet<>();
        routes.forEach(route -> matches(pattern, route).forEach(found::add));
        return found;
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static List<String> texts(Path folder, String ending) {
        return files(folder, ending).stream().map(Dialect::read).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        return Yaml.files(folder, ending);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
