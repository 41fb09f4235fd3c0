package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole month of a province in one list: whole, and once, though the gateway is killed in the middle of it. */
class ListOfThousandsIT {

    private static final String COMMISSION = "development.henan";
    private static final String LIST = "2026年9月.csv";

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home()).with("DIANQIAO_LISTS_STILL", "0s");
    private final Path folder = henan.home().resolve("data/lists/henan");
    private final List<String> codes = new ArrayList<>();

    @BeforeEach
    void registerTheCommission() throws IOException {
        Newcomers.put(henan.home().resolve("mappings/partners/" + COMMISSION + ".yaml"), """
                id: development.henan
                name: { zh: 河南省发展和改革委员会, en: Henan development and reform }
                kind: department
                region: "410000"
                department: development
                endpoint: { transport: folder, dialect: project-list, url: "file:data/lists/henan" }
                sends: [ { service: project.code-assigned } ]
                """);
    }

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void isTakenWhole() throws IOException {
        gateway.start();
        leave(5_000);
        long left = System.nanoTime();
        awaitResult();
        System.out.printf("5,000 rows of a list in %.1f s%n", (System.nanoTime() - left) / 1e9);
        assertThat(leads()).isEqualTo(codes.size());
        assertThat(count("case_event WHERE what = 'lead.assigned'")).isEqualTo(codes.size());
    }

    @Test
    void isToldOnceWhereverTheGatewayIsKilled() throws IOException {
        gateway.start();
        leave(1_000);
        for (int enough : List.of(100, 400, 700)) {
            await().until(() -> leads() >= enough);
            gateway.kill();
            gateway.start();
        }
        List<String> result = awaitResult();
        assertThat(leads()).isEqualTo(codes.size());
        assertThat(accepted()).hasSize(codes.size()).doesNotHaveDuplicates();
        assertThat(count("listed_project")).isEqualTo(codes.size());
        assertThat(result).filteredOn(line -> line.contains("未接收 0 行")).hasSize(1);
        await().until(() -> henan.gridHeard().size() == codes.size() && count("delivery") == 0);
    }

    private void leave(int rows) throws IOException {
        Stream.generate(Plots::freshCode).limit(rows).forEach(codes::add);
        StringBuilder list = new StringBuilder("项目代码,项目名称,建设单位,统一社会信用代码,建设地点,赋码日期\n");
        for (int row = 0; row < rows; row++) {
            list.append("%s,中原·金水科创园 %d 号楼,河南中原置业有限公司,91410100MA7K3D2F5N,郑州市金水区杨金路 %d 号,2026-09-15%n"
                    .formatted(codes.get(row), row, row));
        }
        Files.createDirectories(folder);
        Path fresh = Files.writeString(folder.resolve("." + LIST), list);
        Files.move(fresh, folder.resolve(LIST));
    }

    private List<String> awaitResult() throws IOException {
        Path result = folder.resolve("2026年9月.result.csv");
        await().failFast("the gateway ended", () -> !gateway.isRunning())
                .until(() -> Files.exists(result) && !Files.exists(folder.resolve(LIST)));
        return Files.readAllLines(result);
    }

    /** What the ledger says of accepted rows: the project of each. */
    private List<String> accepted() {
        return gateway.database()
                .sql("SELECT case_id FROM ledger_entry WHERE direction = 'in' AND partner = ? AND outcome = 'accepted'")
                .param(COMMISSION)
                .query(String.class)
                .list();
    }

    private long leads() {
        return count("lead");
    }

    private long count(String rows) {
        return gateway.database()
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }
}
