package org.dianqiao.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.sandbox.Clerk;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.Signatories;
import org.dianqiao.trust.Sm2Certificate;

/** A gateway's home under `target`; a fresh one has the project's own routes and mappings and the sandbox's keys. */
record Home(Path path) {

    static Home of(String name) {
        return new Home(Path.of("target", name).toAbsolutePath());
    }

    static Home fresh(String name) throws IOException {
        Home home = of(name);
        home.takeAway();
        for (String folder : List.of("routes", "mappings", "certs")) {
            home.copy(Path.of(folder));
        }
        SandboxKeys.make(home.sandbox(), Clock.systemUTC());
        return home;
    }

    private void takeAway() throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> old = Files.walk(path)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.filter(Files::isRegularFile).toList()) {
                Path target = path.resolve(each);
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }

    Path sandbox() {
        return path.resolve("data/sandbox");
    }

    Identity identity(String partner) throws IOException {
        return Identity.open(partner, sandbox().resolve(partner));
    }

    /** By which the gateway's words are known. */
    Sm2Certificate gateway() throws IOException {
        String pem = Files.readString(sandbox().resolve("gateway.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Sm2Certificate.of(Base64.getDecoder().decode(pem));
    }

    /** A partner that is this process. */
    Counter play(String partner, Clerk clerk) throws IOException {
        Counter counter = Counter.open(
                new InetSocketAddress("127.0.0.1", 0),
                identity(partner),
                Signatories.pinned(sandbox().resolve("gateway.pem")),
                clerk,
                Clock.systemUTC());
        unthrottled(partner);
        moved(partner, counter.endpoint());
        return counter;
    }

    void unthrottled(String partner) throws IOException {
        change(partner, "rate: .*", "rate: { perSecond: 1000000, burst: 1000000 }");
    }

    void moved(String partner, URI address) throws IOException {
        change(partner, "url: \"[^\"]*\"", "url: \"" + address + "\"");
    }

    private void change(String partner, String from, String to) throws IOException {
        Path file = partnerFile(partner);
        Files.writeString(file, Files.readString(file).replaceAll(from, to));
    }

    Path partnerFile(String partner) {
        return path.resolve("mappings/partners/" + partner + ".yaml");
    }
}
