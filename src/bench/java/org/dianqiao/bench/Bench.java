package org.dianqiao.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.trust.Sm2Certificate;

/**
 * How fast the gateway is on this machine: `./mvnw -Pbench verify`. One run prints the yardstick and the figures, so
 * that their ratios mean something on any machine. Client and partner are this process; gateway and database are
 * theirs; all share the same processors.
 */
public final class Bench {

    private static final int CONNECTIONS = 16;
    static final int WARM_UP = 5000;
    private static final int LONGEST_WARM_UP = 200_000;
    private static final double LITTLE_TO_COMPILE = 0.05;
    private static final long PAUSE = 1000;
    private static final int ACCEPTED = Integer.getInteger("bench.accepted", 20000);
    private static final int DELIVERED = Integer.getInteger("bench.delivered", 10000);
    private static final int PROJECTS = 2000;
    private static final long LONGEST_WAIT = Duration.ofMinutes(5).toNanos();

    private final Home home;
    private final BareSm2 bare;
    private final AtomicInteger heard = new AtomicInteger();

    private Bench(Home home, BareSm2 bare) {
        this.home = home;
        this.bare = bare;
    }

    public static void main(String... args) throws Exception {
        Home home = Home.fresh("bench");
        BareSm2 bare = BareSm2.ofBouncyCastle();
        say("bare SM2, one thread:  sign %.0f µs, verify %.0f µs", bare.signMicros(), bare.verifyMicros());
        BareSm2 own = BareSm2.ofTheGateway(home.sandbox());
        say("the gateway's own:     sign %.0f µs, verify %.0f µs", own.signMicros(), own.verifyMicros());
        new Bench(home, bare).run();
    }

    private void run() throws Exception {
        home.unthrottled("approval.henan");
        try (Counter counter = home.play("grid.henan", event -> heard.incrementAndGet())) {
            try (GatewayProcess first = GatewayProcess.start(home)) {
                say(
                        "ready, first start:    %.1f s (makes its database)",
                        first.untilReady().toMillis() / 1000.0);
            }
            try (GatewayProcess process = GatewayProcess.start(home)) {
                say("ready, database there: %.1f s", process.untilReady().toMillis() / 1000.0);
                measure(process);
            }
        }
    }

    private void measure(GatewayProcess process) throws Exception {
        Identity approval = home.identity("approval.henan");
        Sm2Certificate gateway = home.gateway();
        Load load = new Load(
                process.port(),
                CONNECTIONS,
                approval,
                gateway,
                "project.code-assigned",
                number -> project(number % PROJECTS));
        load.send(0, PROJECTS);
        awaitHeard(PROJECTS);
        warmUp(process, from -> load.send(from, WARM_UP));
        report("accepted", process, load, 0, ACCEPTED, bare.millis(1, 1), 0);
        Load fresh = new Load(
                process.port(),
                CONNECTIONS,
                approval,
                gateway,
                "project.code-assigned",
                number -> project(PROJECTS + number));
        int before = warmUp(process, from -> {
            fresh.send(from, WARM_UP);
            awaitHeard(PROJECTS + from + WARM_UP);
        });
        report(
                "accepted and delivered",
                process,
                fresh,
                before,
                DELIVERED,
                bare.millis(2, 2),
                PROJECTS + before + DELIVERED);
        say("memory, largest:       %d MiB resident", process.residentMebibytes());
        Storage.of(home.path()).report();
    }

    interface Messages {
        void send(int from) throws Exception;
    }

    /**
     * Until the gateway's compiler had little to do while messages came. After each portion it is left alone to finish:
     * beside as many busy threads as here it gets so small a share of the processors that thousands of methods wait for
     * it for a quarter of an hour, and what would be measured is the compiler. Returns how many messages that took.
     */
    static int warmUp(GatewayProcess process, Messages messages) throws Exception {
        int sent = 0;
        double share = 1;
        for (; share > LITTLE_TO_COMPILE && sent < LONGEST_WARM_UP; sent += WARM_UP) {
            int from = sent;
            share = compiling(process, () -> messages.send(from));
            while (compiling(process, () -> Thread.sleep(PAUSE)) > LITTLE_TO_COMPILE) {}
        }
        say("warm after %d messages", sent);
        return sent;
    }

    /** The share of one processor that the gateway's compiler takes meanwhile. */
    private static double compiling(GatewayProcess process, Meanwhile meanwhile) throws Exception {
        double compiled = process.compilerSeconds();
        long begin = System.nanoTime();
        meanwhile.run();
        return (process.compilerSeconds() - compiled) / ((System.nanoTime() - begin) / 1e9);
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    private void report(
            String what, GatewayProcess process, Load load, int from, int count, double bareMillis, int untilHeard)
            throws Exception {
        double cpu = process.cpuSeconds();
        double database = process.databaseCpuSeconds();
        long begin = System.nanoTime();
        Load.Result result = load.send(from, count);
        awaitHeard(untilHeard);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuMillis = (process.cpuSeconds() - cpu) * 1000 / count;
        double databaseMillis = (process.databaseCpuSeconds() - database) * 1000 / count;
        say("%s:", what);
        say(
                "  rate                 %.0f /s (%d messages of 2 KB, %d kept connections)",
                count / seconds, count, CONNECTIONS);
        say("  receipt after        p50 %.1f ms, p99 %.1f ms", result.millis(0.5), result.millis(0.99));
        say(
                "  gateway CPU          %.2f ms a message; its SM2 operations alone %.2f ms; ratio %.2f",
                cpuMillis, bareMillis, cpuMillis / bareMillis);
        say("  database CPU         %.2f ms a message", databaseMillis);
    }

    private void awaitHeard(int count) throws InterruptedException {
        long begin = System.nanoTime();
        while (heard.get() < count) {
            if (System.nanoTime() - begin > LONGEST_WAIT) {
                throw new IllegalStateException("of %d deliveries only %d came".formatted(count, heard.get()));
            }
            Thread.sleep(5);
        }
    }

    /** A project of 2 KB with a right code. */
    private static byte[] project(int number) {
        String code = ProjectCodes.numbered(number);
        String json = """
                {"projectCode":"%s","projectName":"中原置业·金水里商业综合体","regionCode":"410105",
                "owner":{"kind":"enterprise","name":"河南中原置业有限公司","idType":"001","idNo":"91410100MA7K3D2F5N"},
                "site":{"regionCode":"410105","address":"郑州市金水区花园路 88 号"},"assignedAt":"2026-11-20T10:00:00+08:00",
                "demand":{"capacityKw":1200,"voltageKv":10,"supplies":1},"remark":"%s"}""".formatted(code, "x".repeat(1500));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
