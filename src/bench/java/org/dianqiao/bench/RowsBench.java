package org.dianqiao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.approval.ApprovalExchange;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a platform's front-end database and of lists: `./mvnw -Pbench verify -Dbench=org.dianqiao.bench.RowsBench`. Each
 * row becomes a message, a lead, and a message to the grid, which is this process. The first portion of rows meets a
 * gateway that has just started, each list one that has taken rows already. By turns it is started as the README does it,
 * where Java's first compiler works alone, and from the jar with both. At the first start the grid is as cold as the gateway
 * is, and takes more of the machine than it will ever again.
 */
public final class RowsBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 2000);
    private static final int LISTED = Integer.getInteger("bench.listed", 5000);
    private static final int STARTS = Integer.getInteger("bench.starts", 4);
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final long BETWEEN_LOOKS = 100;
    private static final String PLATFORM = "approval.xuchang";
    private static final String REGION = "411003";
    private static final String COMMISSION = "development.henan";
    private static final Map<String, String> SETTINGS =
            Map.of("DIANQIAO_FRONT_INTERVAL", "1s", "DIANQIAO_LISTS_INTERVAL", "1s", "DIANQIAO_LISTS_STILL", "0s");
    private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    private final Home home;
    private final JdbcClient front;
    private final AtomicInteger heard = new AtomicInteger();
    private int used;

    private RowsBench(Home home, JdbcClient front) {
        this.home = home;
        this.front = front;
    }

    public static void main(String... args) throws Exception {
        Home home = Home.fresh("bench");
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                InputStream tables = Objects.requireNonNull(ApprovalExchange.class.getResourceAsStream("tables.sql"))) {
            JdbcClient front = JdbcClient.create(server.getPostgresDatabase());
            front.sql(new String(tables.readAllBytes(), StandardCharsets.UTF_8)).update();
            home.moved(PLATFORM, URI.create("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres"));
            Files.writeString(
                    Files.createDirectories(home.sandbox().resolve("approval-exchange"))
                            .resolve("password"),
                    "any");
            new RowsBench(home, front).run();
        }
    }

    private void run() throws Exception {
        try (Counter counter = home.play("grid.henan", event -> heard.incrementAndGet())) {
            Files.writeString(home.partnerFile(COMMISSION), """
                    id: %s
                    name: { zh: 河南省发展和改革委员会, en: Henan development and reform }
                    kind: department
                    region: "410000"
                    department: development
                    endpoint: { transport: folder, dialect: project-list, url: "file:data/lists/henan" }
                    sends: [ { service: project.code-assigned } ]
                    """.formatted(COMMISSION));
            for (int start = 1; start <= STARTS; start++) {
                boolean alone = start % 2 == 1;
                try (GatewayProcess process = GatewayProcess.start(home, settings(alone))) {
                    Bench.say(
                            "start %d with %s, ready after %.1f s",
                            start,
                            alone ? "the first compiler alone" : "both compilers",
                            process.untilReady().toMillis() / 1e3);
                    turns(process);
                }
            }
        }
    }

    private static Map<String, String> settings(boolean firstCompilerAlone) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        if (firstCompilerAlone) {
            settings.put("JAVA_TOOL_OPTIONS", FIRST_COMPILER_ALONE);
        }
        return settings;
    }

    private void turns(GatewayProcess process) throws Exception {
        for (int turn = 0; turn < TURNS; turn++) {
            measure(process, "rows of a front-end database", ROWS, this::insert, this::areAllTaken);
            measure(process, "rows of a list", LISTED, this::leave, this::isAnswered);
        }
    }

    private interface Portion {
        void put(List<String> codes) throws Exception;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** Until it stands beside each row that it was taken, and until the grid has heard of each. */
    private void measure(GatewayProcess process, String what, int rows, Portion portion, Condition taken)
            throws Exception {
        List<String> codes = IntStream.range(used, used + rows)
                .mapToObj(number -> ProjectCodes.numbered(REGION, number))
                .toList();
        used += rows;
        double cpu = process.cpuSeconds();
        double compiler = process.compilerSeconds();
        double database = process.databaseCpuSeconds();
        double here = GatewayProcess.cpuSeconds(ProcessHandle.current().pid());
        portion.put(codes);
        long begin = System.nanoTime();
        await(taken, begin);
        double untilTaken = (System.nanoTime() - begin) / 1e9;
        await(() -> heard.get() == used, begin);
        double untilHeard = (System.nanoTime() - begin) / 1e9;
        Bench.say("%d %s:", rows, what);
        Bench.say("  taken                %.1f s, and told to the grid %.1f s", untilTaken, untilHeard);
        Bench.say(
                "  gateway CPU          %.2f ms a row, of which compiling %.2f ms",
                (process.cpuSeconds() - cpu) * 1000 / rows, (process.compilerSeconds() - compiler) * 1000 / rows);
        Bench.say("  database CPU         %.2f ms a row", (process.databaseCpuSeconds() - database) * 1000 / rows);
        Bench.say(
                "  grid                 %.2f ms of CPU a row",
                (GatewayProcess.cpuSeconds(ProcessHandle.current().pid()) - here) * 1000 / rows);
    }

    private static void await(Condition condition, long begin) throws Exception {
        while (!condition.holds()) {
            if (System.nanoTime() - begin > LONGEST) {
                throw new IllegalStateException("rows are not taken, or not told to the grid");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void insert(List<String> codes) {
        front.sql("""
                INSERT INTO SPGL_XMJBXXB_V3 (xzqhdm, xmdm, xmmc, gcdm, jsdd, jsddxzqh, xmjwdzb, jsdw, jsdwdm, sbsj, scsj)
                SELECT :region, code, '中原·许昌科创园', code || '-001', '许昌市建安区永宁街 ' || place || ' 号', :region,
                       '113.8221,34.1247', '河南中原置业有限公司', '91410100MA7K3D2F5N', '20260915093000', now()
                FROM unnest(:codes) WITH ORDINALITY AS given (code, place)
                """)
                .param("region", REGION)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    private boolean areAllTaken() {
        return front.sql("SELECT NOT EXISTS (SELECT FROM SPGL_XMJBXXB_V3 WHERE sjsczt <> 1)")
                .query(Boolean.class)
                .single();
    }

    private void leave(List<String> codes) throws IOException {
        StringBuilder list = new StringBuilder("项目代码,项目名称,建设单位,统一社会信用代码,建设地点,赋码日期\n");
        for (String code : codes) {
            list.append("%s,中原·许昌科创园,河南中原置业有限公司,91410100MA7K3D2F5N,许昌市建安区永宁街 %s 号,2026-09-15%n"
                    .formatted(code, code.substring(18)));
        }
        Path fresh = Files.writeString(Files.createDirectories(lists()).resolve(".fresh"), list);
        Files.move(fresh, list());
    }

    private boolean isAnswered() {
        return !Files.exists(list());
    }

    private Path list() {
        return lists().resolve(used + ".csv");
    }

    private Path lists() {
        return home.path().resolve("data/lists/henan");
    }
}
