package org.dianqiao.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Part;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Outsider;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;

/**
 * What the gateway adds to a question for a licence: `./mvnw -Pbench verify -Dbench=org.dianqiao.bench.LookupBench`. The
 * same is asked through the gateway and of the licence service itself, in turn, at a steady pace; asker and service are
 * this process. Then, with `-Dbench.soak=PT10M`, for so long, whether the gateway's memory stays what it is.
 */
public final class LookupBench {

    private static final String LICENCE = "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T00041M.2022031500017.001.E";
    private static final byte[] QUESTION =
            "{\"identifier\":\"%s\"}".formatted(LICENCE).getBytes(StandardCharsets.UTF_8);
    private static final int UNAVAILABLE = 503;
    private static final int LINES = 64;
    private static final int WARM_UP = Integer.getInteger("bench.warm", 0);
    private static final int PER_SECOND = Integer.getInteger("bench.rate", 100);
    private static final int IN_A_TURN = Integer.getInteger("bench.lookups", 3000);
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final Duration SOAK = Duration.parse(System.getProperty("bench.soak", "PT0S"));
    private static final double SOAK_PER_SECOND = 70_000 / 600.0;

    private final Home home;
    private final Identity grid;
    private final Sm2Certificate gateway;
    private final byte[] inTheirWords;
    private final Simulator service;
    private int asked;

    private LookupBench(Home home, Simulator service) throws IOException {
        this.home = home;
        this.service = service;
        this.grid = home.identity("grid.henan");
        this.gateway = home.gateway();
        String token = Files.readString(home.sandbox().resolve("licence-service/access-token"))
                .strip();
        this.inTheirWords = """
                {"head":{"accessId":"dianqiao","accessToken":"%s"},
                "data":{"certIdentifier":"%s","useCause":"用电报装"}}""".formatted(token, LICENCE).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String... args) throws Exception {
        Home home = Home.fresh("bench");
        Path sandbox = home.sandbox();
        Outsider.Caller caller = new Outsider.Caller(sandbox.resolve("gateway.pem"), null, line -> {});
        try (Simulator service = Outsider.LICENCE_SERVICE.open(
                sandbox, new InetSocketAddress("127.0.0.1", 0), Faults.none(), Clock.systemUTC(), caller)) {
            new LookupBench(home, service).run();
        }
    }

    private void run() throws Exception {
        home.moved("licences.henan", service.address().resolve("/CertShare"));
        home.unthrottled("grid.henan");
        try (GatewayProcess process = GatewayProcess.start(home)) {
            warmUp(process);
            new Pace(PER_SECOND, LINES).ask(this::directly, 0, IN_A_TURN);
            for (int turn = 0; turn < TURNS; turn++) {
                compare(process);
            }
            soak(process);
        }
    }

    /** Until the compiler is quiet, or so many: on a machine that others use it may never be. */
    private void warmUp(GatewayProcess process) throws Exception {
        Pace asFastAsItGoes = new Pace(Double.POSITIVE_INFINITY, 8);
        if (WARM_UP > 0) {
            asFastAsItGoes.ask(() -> through(process), 0, WARM_UP);
            asked = WARM_UP;
        } else {
            asked = Bench.warmUp(process, from -> asFastAsItGoes.ask(() -> through(process), from, Bench.WARM_UP));
        }
    }

    private void compare(GatewayProcess process) throws Exception {
        Pace pace = new Pace(PER_SECOND, LINES);
        double cpu = process.cpuSeconds();
        double database = process.databaseCpuSeconds();
        Pace.Result through = pace.ask(() -> through(process), asked, IN_A_TURN);
        asked += IN_A_TURN;
        double cpuMillis = (process.cpuSeconds() - cpu) * 1000 / IN_A_TURN;
        double databaseMillis = (process.databaseCpuSeconds() - database) * 1000 / IN_A_TURN;
        Pace.Result direct = pace.ask(this::directly, 0, IN_A_TURN);
        Bench.say("licences looked up, %d/s, %d of them:", PER_SECOND, IN_A_TURN);
        tell("through the gateway", through);
        tell("of the service itself", direct);
        Bench.say(
                "  the gateway adds       p50 %.2f ms, p99 %.2f ms",
                through.millis(0.5) - direct.millis(0.5), through.millis(0.99) - direct.millis(0.99));
        Bench.say("  gateway CPU            %.2f ms a lookup", cpuMillis);
        Bench.say("  database CPU           %.2f ms a lookup", databaseMillis);
    }

    private static void tell(String how, Pace.Result result) {
        Bench.say(
                "  %-22s p50 %.2f ms, p99 %.2f ms, unanswered %d",
                how, result.millis(0.5), result.millis(0.99), result.unanswered());
    }

    /** Each minute as many as ever, and what is left in memory after it. */
    private void soak(GatewayProcess process) throws Exception {
        for (long minute = 1; minute <= SOAK.toMinutes(); minute++) {
            int count = (int) Math.round(SOAK_PER_SECOND * 60);
            Pace.Result result = new Pace(SOAK_PER_SECOND, LINES).ask(() -> through(process), asked, count);
            asked += count;
            Bench.say(
                    "soak, minute %d: %d lookups (unanswered %d), p50 %.2f ms, p99 %.2f ms; live heap %.1f MiB, resident %d MiB",
                    minute,
                    count,
                    result.unanswered(),
                    result.millis(0.5),
                    result.millis(0.99),
                    process.liveHeapMebibytes(),
                    process.residentNowMebibytes());
        }
    }

    private Pace.Line through(GatewayProcess process) throws IOException {
        KeptLine line = new KeptLine(process.port());
        return line(line, number -> {
            byte[] manifest = question();
            Base64.Encoder base64 = Base64.getEncoder();
            String said = base64.encodeToString(manifest);
            String signature = base64.encodeToString(grid.seal(manifest));
            return () -> {
                KeptLine.Answer answer = line.post("licence.lookup", said, signature, QUESTION);
                return () -> checkSigned(answer);
            };
        });
    }

    private Pace.Line directly() throws IOException {
        KeptLine line = new KeptLine(service.address().getPort());
        return line(line, number -> () -> {
            KeptLine.Answer answer = line.post("/CertShare/queryCertInfo", "", inTheirWords);
            return () -> check(answer);
        });
    }

    private interface Preparing {
        Pace.Question prepare(int number) throws IOException;
    }

    private static Pace.Line line(KeptLine kept, Preparing preparing) {
        return new Pace.Line() {
            @Override
            public Pace.Question prepare(int number) throws IOException {
                return preparing.prepare(number);
            }

            @Override
            public void close() throws IOException {
                kept.close();
            }
        };
    }

    private byte[] question() {
        return new Manifest(
                        UUID.randomUUID().toString(),
                        Kind.QUERY,
                        "licence.lookup",
                        grid.id(),
                        null,
                        Instant.now(Clock.systemUTC()),
                        null,
                        null,
                        "supply application",
                        null,
                        List.of(Part.of("payload", "application/json", QUESTION)))
                .toBytes();
    }

    private boolean checkSigned(KeptLine.Answer answer) throws IOException {
        if (answer.status() == UNAVAILABLE) {
            return false;
        }
        check(answer);
        byte[] manifest = Base64.getDecoder().decode(answer.headers().get("dq-manifest"));
        byte[] signature = Base64.getDecoder().decode(answer.headers().get("dq-signature"));
        if (!SignedData.read(signature).holds(manifest, gateway)) {
            throw new IOException("a reply that does not verify");
        }
        return true;
    }

    private static boolean check(KeptLine.Answer answer) throws IOException {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 200 || !said.contains(LICENCE)) {
            throw new IOException("no licence: " + answer.status() + " " + said);
        }
        return true;
    }
}
