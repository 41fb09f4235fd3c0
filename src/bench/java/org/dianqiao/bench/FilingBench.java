package org.dianqiao.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.sandbox.Counter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one window: `./mvnw -Pbench verify -Dbench=org.dianqiao.bench.FilingBench`. Filings through to the tasks at four
 * departments, which are this process, so that they and the filer share the gateway's processors; then what it costs to
 * watch the deadlines of a million cases.
 */
public final class FilingBench {

    private static final List<String> DEPARTMENTS =
            List.of("planning.zhengzhou", "municipal.zhengzhou", "greening.zhengzhou", "traffic-police.zhengzhou");
    private static final int CONNECTIONS = 16;
    private static final int FILINGS = Integer.getInteger("bench.filings", 4000);
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final int CASES = Integer.getInteger("bench.cases", 1_000_000);
    private static final Duration WATCHED = Duration.ofSeconds(30);

    private final Home home;
    private final AtomicInteger tasks = new AtomicInteger();
    private final List<Counter> counters = new ArrayList<>();

    private FilingBench(Home home) {
        this.home = home;
    }

    public static void main(String... args) throws Exception {
        new FilingBench(Home.fresh("bench")).run();
    }

    private void run() throws Exception {
        for (String department : DEPARTMENTS) {
            counters.add(home.play(department, event -> tasks.incrementAndGet()));
        }
        counters.add(home.play("grid.henan", event -> {}));
        try (GatewayProcess process = GatewayProcess.start(home)) {
            filings(process);
            watching(process);
        } finally {
            counters.forEach(Counter::close);
        }
    }

    private void filings(GatewayProcess process) throws Exception {
        Load load = new Load(
                process.port(),
                CONNECTIONS,
                home.identity("grid.henan"),
                home.gateway(),
                "permit.filed",
                FilingBench::filing);
        int before = Bench.warmUp(process, from -> {
            load.send(from, Bench.WARM_UP);
            await(4 * (from + Bench.WARM_UP));
        });
        for (int turn = 0; turn < TURNS; turn++) {
            turn(process, load, before + turn * FILINGS);
        }
    }

    private void turn(GatewayProcess process, Load load, int before) throws Exception {
        double cpu = process.cpuSeconds();
        double database = process.databaseCpuSeconds();
        double here = GatewayProcess.cpuSeconds(ProcessHandle.current().pid());
        long begin = System.nanoTime();
        Load.Result result = load.send(before, FILINGS);
        await(4 * (before + FILINGS));
        double seconds = (System.nanoTime() - begin) / 1e9;
        Bench.say("filings, through to the tasks of four departments:");
        Bench.say(
                "  rate                 %.0f /s (%d filings, %d kept connections)",
                FILINGS / seconds, FILINGS, CONNECTIONS);
        Bench.say("  receipt after        p50 %.1f ms, p99 %.1f ms", result.millis(0.5), result.millis(0.99));
        Bench.say("  gateway CPU          %.2f ms a filing", (process.cpuSeconds() - cpu) * 1000 / FILINGS);
        Bench.say(
                "  database CPU         %.2f ms a filing", (process.databaseCpuSeconds() - database) * 1000 / FILINGS);
        Bench.say(
                "  filer, departments   %.2f ms of CPU a filing",
                (GatewayProcess.cpuSeconds(ProcessHandle.current().pid()) - here) * 1000 / FILINGS);
    }

    private void watching(GatewayProcess process) throws Exception {
        double idle = watched(process);
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                Storage.url(home.path()),
                "dianqiao",
                Files.readString(home.path().resolve("data/dianqiao.password")).strip()));
        database.sql("""
                INSERT INTO deadline (case_no, about, title_zh, title_en, side, responsible, rule, began, allowed, stops, raised,
                                      due_at, look_at, reckoned_with)
                SELECT 'P410105-261121-' || n, 'P410105-261121-' || n || '-1', '规划许可', 'planning', 'department',
                       'planning.zhengzhou', 'HEN19-P3', now(), '4 WD', '', 0, now() + interval '5 days',
                       now() + interval '3 days' + n * interval '10 ms', (SELECT max(reckoned_with) FROM deadline)
                FROM generate_series(1, ?) AS n
                """).param(CASES).update();
        database.sql("VACUUM ANALYZE deadline").update();
        double busy = watched(process);
        Bench.say("deadlines of %d cases, watched:", CASES);
        Bench.say("  a core's share       %.2f %% (without them %.2f %%), gateway and database together", busy, idle);
    }

    /** The share of one core that gateway and database use while nothing is said. */
    private double watched(GatewayProcess process) throws Exception {
        Thread.sleep(Duration.ofSeconds(10).toMillis());
        double before = process.cpuSeconds() + process.databaseCpuSeconds();
        long begin = System.nanoTime();
        Thread.sleep(WATCHED.toMillis());
        double used = process.cpuSeconds() + process.databaseCpuSeconds() - before;
        return 100 * used / ((System.nanoTime() - begin) / 1e9);
    }

    private void await(int count) throws InterruptedException {
        long begin = System.nanoTime();
        while (tasks.get() < count) {
            if (System.nanoTime() - begin > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException("of %d tasks only %d came".formatted(count, tasks.get()));
            }
            Thread.sleep(5);
        }
    }

    private static byte[] filing(int number) {
        return """
                {"filingNo":"HNZZ-SG-2026-%06d","regionCode":"410105",
                "works":{"voltageKv":10,"capacityKw":800,"customerClass":"hv","lineLengthM":260,
                "crossings":["urban-road","greenery"],"threeZero":false,"interestedParties":false,"affectsTraffic":false},
                "site":{"regionCode":"410105","address":"郑州市金水区花园路 88 号"},
                "applicant":{"kind":"enterprise","name":"河南中原置业有限公司","idType":"001","idNo":"91410100MA7K3D2F5N"},
                "documents":[]}""".formatted(number).getBytes(StandardCharsets.UTF_8);
    }
}
