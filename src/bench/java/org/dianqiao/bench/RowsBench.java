package org.dianqiao.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Outsider;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Rows of a platform's front-end database and of lists: `./mvnw -Pbench verify -Dbench=org.dianqiao.bench.RowsBench`. Each
 * row becomes a message, a lead, and a message to the grid, which is this process. The first portion meets a gateway that
 * has just started, as a month's list does; the others one that has been at it.
 */
public final class RowsBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 2000);
    private static final int LISTED = Integer.getInteger("bench.listed", 5000);
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final String REGION = "411003";
    private static final String COMMISSION = "development.henan";
    private static final Map<String, String> SETTINGS =
            Map.of("DIANQIAO_FRONT_INTERVAL", "1s", "DIANQIAO_LISTS_INTERVAL", "1s", "DIANQIAO_LISTS_STILL", "0s");

    private final Home home;
    private final JdbcClient front;
    private final AtomicInteger heard = new AtomicInteger();
    private int told;

    private RowsBench(Home home, JdbcClient front) {
        this.home = home;
        this.front = front;
    }

    public static void main(String... args) throws Exception {
        Home home = Home.fresh("bench");
        Path sandbox = home.sandbox();
        Outsider.Caller caller = new Outsider.Caller(sandbox.resolve("gateway.pem"), null, line -> {});
        try (Simulator platform = Outsider.APPROVAL_EXCHANGE.open(
                sandbox, new InetSocketAddress("127.0.0.1", 0), Faults.none(), Clock.systemUTC(), caller)) {
            JdbcClient front = JdbcClient.create(
                    new DriverManagerDataSource(platform.address().toString(), "postgres", ""));
            new RowsBench(home, front).run(platform);
        }
    }

    private void run(Simulator platform) throws Exception {
        home.moved("approval.xuchang", platform.address());
        try (Counter counter = home.play("grid.henan", event -> heard.incrementAndGet())) {
            Files.writeString(home.partnerFile(COMMISSION), """
                    id: development.henan
                    name: { zh: 河南省发展和改革委员会, en: Henan development and reform }
                    kind: department
                    region: "410000"
                    department: development
                    endpoint: { transport: folder, dialect: project-list, url: "file:data/lists/henan" }
                    sends: [ { service: project.code-assigned } ]
                    """);
            try (GatewayProcess process = GatewayProcess.start(home, SETTINGS)) {
                for (int turn = 0; turn < TURNS; turn++) {
                    measure(process, "rows of a front-end database", ROWS, this::putRows, this::areWrittenBack);
                    measure(process, "rows of a list", LISTED, this::leaveList, this::isAnswered);
                }
            }
        }
    }

    private interface Leaving {
        void leave(List<String> codes) throws Exception;
    }

    private interface Dealt {
        boolean with() throws Exception;
    }

    /** Until it stands beside each row what became of it, and until the grid has heard of each. */
    private void measure(GatewayProcess process, String what, int rows, Leaving leaving, Dealt dealt) throws Exception {
        List<String> codes = IntStream.range(told, told + rows)
                .mapToObj(number -> ProjectCodes.numbered(REGION, number))
                .toList();
        told += rows;
        int heardBefore = heard.get();
        double cpu = process.cpuSeconds();
        double database = process.databaseCpuSeconds();
        double here = GatewayProcess.cpuSeconds(ProcessHandle.current().pid());
        leaving.leave(codes);
        long begin = System.nanoTime();
        await(dealt);
        double taken = (System.nanoTime() - begin) / 1e9;
        await(() -> heard.get() >= heardBefore + rows);
        double delivered = (System.nanoTime() - begin) / 1e9;
        Bench.say("%d %s:", rows, what);
        Bench.say("  taken                %.1f s, and told to the grid %.1f s", taken, delivered);
        Bench.say("  gateway CPU          %.2f ms a row", (process.cpuSeconds() - cpu) * 1000 / rows);
        Bench.say("  database CPU         %.2f ms a row", (process.databaseCpuSeconds() - database) * 1000 / rows);
        Bench.say(
                "  grid                 %.2f ms of CPU a row",
                (GatewayProcess.cpuSeconds(ProcessHandle.current().pid()) - here) * 1000 / rows);
    }

    private static void await(Dealt dealt) throws Exception {
        while (!dealt.with()) {
            Thread.sleep(20);
        }
    }

    private void putRows(List<String> codes) {
        front.sql("""
                INSERT INTO SPGL_XMJBXXB_V3 (xzqhdm, xmdm, xmmc, gcdm, jsdd, jsddxzqh, xmjwdzb, jsdw, jsdwdm, sbsj, scsj)
                SELECT '%s', code, '中原·许昌科创园', code || '-001', '许昌市建安区永宁街 ' || row_number() OVER () || ' 号', '%s',
                       '113.8221,34.1247', '河南中原置业有限公司', '91410100MA7K3D2F5N', '20260915093000', now()
                FROM unnest(?) AS code
                """.formatted(REGION, REGION))
                .param(codes.toArray(String[]::new))
                .update();
    }

    private boolean areWrittenBack() {
        return front.sql("SELECT count(*) FROM SPGL_XMJBXXB_V3 WHERE sjsczt = 0")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void leaveList(List<String> codes) throws IOException {
        StringBuilder list = new StringBuilder("项目代码,项目名称,建设单位,统一社会信用代码,建设地点,赋码日期\n");
        for (String code : codes) {
            list.append("%s,中原·许昌科创园,河南中原置业有限公司,91410100MA7K3D2F5N,许昌市建安区永宁街 %s 号,2026-09-15%n"
                    .formatted(code, code.substring(18)));
        }
        Path folder = Files.createDirectories(home.path().resolve("data/lists/henan"));
        Path fresh = Files.writeString(folder.resolve(".fresh"), list);
        Files.move(fresh, list());
    }

    private boolean isAnswered() {
        return !Files.exists(list());
    }

    private Path list() {
        return home.path().resolve("data/lists/henan/" + told + ".csv");
    }
}
