package org.dianqiao.doctor;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Partner;
import org.dianqiao.platform.Settings;
import org.dianqiao.platform.SettingsAlone;
import org.dianqiao.threads.Daemons;
import org.jspecify.annotations.Nullable;

/** The verb `doctor`: looks at the connection to a partner from the files to the wire, and changes nothing. */
public final class Doctor {

    private static final String SETTING = "--[a-z-]+\\.[^=]+=.*";
    private static final Executor WALKER = walk -> Daemons.of("walk", walk).start();
    private static final String USAGE = """
            doctor --partner ID [--dianqiao.home=DIR ...]

              says in one sentence each what is right and wrong with the connection to a partner: the files, name, port,
              TLS, clock, certificate, signature, grant, contract; of a database login, tables and columns. Nothing is sent
              that is a message or changes anything there, and no row is read. What cannot be tried so is said.

            0: nothing is wrong; 1: something is; 2: could not be understood
            """;

    private final PrintStream out;
    private final Clock clock;

    private Doctor(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, out, err, Clock.systemUTC());
    }

    static int run(String[] args, PrintStream out, PrintStream err, Clock clock) {
        List<String> words = new ArrayList<>(List.of(args));
        if (words.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        int at = words.indexOf("--partner");
        boolean named = at >= 0 && at + 1 < words.size();
        String partner = named ? words.remove(at + 1) : "";
        words.remove("--partner");
        Optional<String> strange =
                words.stream().filter(word -> !word.matches(SETTING)).findFirst();
        if (strange.isPresent() || !named) {
            String fault = strange.map(word -> "there is no option " + word).orElse("--partner ID is missing");
            err.print("not done: " + fault + "\n\n" + USAGE);
            return 2;
        }
        Settings settings = SettingsAlone.read(words.toArray(String[]::new));
        return new Doctor(out, clock).examine(partner, settings);
    }

    private int examine(String id, Settings settings) {
        List<Finding> findings = findings(id, settings);
        findings.forEach(finding -> out.println(finding.line()));
        List<Finding> wrong = findings.stream().filter(Finding::isBad).toList();
        out.println(Finding.summary(wrong));
        return wrong.isEmpty() ? 0 : 1;
    }

    private List<Finding> findings(String id, Settings settings) {
        try {
            Home home = Home.read(settings);
            return home.partners()
                    .find(id)
                    .map(partner -> findings(home, partner))
                    .orElseGet(() -> List.of(Finding.bad(
                            About.FILES,
                            "没有登记名为 " + id + " 的单位：应有 mappings/partners/" + id + ".yaml",
                            "there is no partner of this id: mappings/partners/" + id + ".yaml is missing")));
        } catch (BadFiles bad) {
            return bad.faults().stream().map(Doctor::fault).toList();
        }
    }

    private static Finding fault(Fault fault) {
        return Finding.bad(
                About.FILES,
                "网关不会启动，请修改文件 " + fault.file().getFileName(),
                fault + ": the gateway would not start with this");
    }

    private List<Finding> findings(Home home, Partner partner) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good(
                About.FILES, partner.name().zh() + "，文件都能读取", partner.name().en() + ", all files can be read"));
        Endpoint endpoint = partner.endpoint();
        CompletableFuture<List<Finding>> way =
                CompletableFuture.supplyAsync(() -> way(home, partner, endpoint), WALKER);
        List<Finding> papers = papers(home, partner, endpoint);
        findings.addAll(way.join());
        findings.addAll(papers);
        return findings;
    }

    /** From the name to what lies behind the door. On the way one waits for others. */
    private List<Finding> way(Home home, Partner partner, @Nullable Endpoint endpoint) {
        if (endpoint == null) {
            return List.of();
        }
        if (endpoint.isFolder()) {
            return Entrance.of(home, endpoint, clock);
        }
        List<Finding> findings = new ArrayList<>(Reach.of(endpoint, clock));
        if (endpoint.transport() == Transport.DATABASE && findings.stream().noneMatch(Finding::isBad)) {
            findings.addAll(FrontTables.of(home, partner, endpoint, clock));
        }
        return findings;
    }

    private List<Finding> papers(Home home, Partner partner, @Nullable Endpoint endpoint) {
        List<Finding> findings = new ArrayList<>(new Identity(home, partner, clock.instant()).findings());
        findings.addAll(new Rights(home, partner).findings());
        if (endpoint != null && endpoint.transport() != Transport.NATIVE) {
            findings.addAll(Dialect.of(home, partner));
        }
        return findings;
    }
}
