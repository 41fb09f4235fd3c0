package org.dianqiao.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.Plots;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.lists.ProjectList;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that lie on a server of their office: a real SFTP server, whose key was told beforehand. */
class ListsBySftpTest extends WithLists {

    private static final String OFFICE = "development.xinxiang";
    private static final String STORY = "赋码项目清单202609";

    private ProjectList server;

    private void plays(Faults faults) throws IOException {
        plays(faults, "");
    }

    private void plays(Faults faults, String another) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(home().resolve("data/sftp")), "office-");
        server = ProjectList.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK));
        Files.createDirectories(home().resolve("secrets"));
        Files.writeString(home().resolve("secrets/xinxiang"), server.password() + another);
        describe(OFFICE, """
                kind: department
                region: "410100"
                department: development
                endpoint:
                  transport: sftp
                  dialect: project-list
                  url: "%s"
                  account: dianqiao
                  secret: "file:secrets/xinxiang"
                  hostKeys: [ "%s" ]
                sends: [ { service: project.code-assigned } ]
                """.formatted(server.address(), server.hostKey()));
    }

    @AfterEach
    void leavesNobodyBehind() throws IOException {
        server.close();
        Files.delete(home().resolve("mappings/partners/" + OFFICE + ".yaml"));
        bean(FileWatch.class).refresh();
    }

    private List<List<String>> answer(String name) throws IOException {
        Path file = server.folder().resolve(name);
        await().until(() -> Files.exists(file));
        return cells(Files.readAllBytes(file));
    }

    private void leaves(String name, String list) throws IOException {
        Files.writeString(server.folder().resolve("." + name), list);
        Files.move(server.folder().resolve("." + name), server.folder().resolve(name));
    }

    private List<String> done() {
        try (Stream<Path> files = Files.list(server.folder().resolve("done"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> troubles() {
        return bean(ListWatch.class).troubles();
    }

    @Test
    void becomeLeadsAndAreAnsweredThere() throws IOException {
        plays(Faults.none());
        String code = Plots.freshCode();
        leaves("十月.csv", list(row(code)));
        assertThat(outcomes(answer("十月.result.csv"))).containsExactly("2 已接收");
        assertThat(outcomes(answer(STORY + ".result.csv")).get(1)).isEqualTo("4 未接收");
        await().until(() -> done().size() == 2);
        assertThat(done()).allMatch(name -> name.matches("\\d{8}-\\d{6}-.*\\.csv"));
        assertThat(server.folder().resolve("十月.csv")).doesNotExist();
    }

    @Test
    void areNotReadBeforeTheyAreWrittenToTheirEnd() throws IOException {
        plays(Faults.of(Fault.HALF_WRITTEN).slow(Duration.ofMillis(300)));
        assertThat(outcomes(answer(STORY + ".result.csv"))).hasSize(2);
    }

    @Test
    void areHarmlessHoweverOftenTheyCome() throws IOException {
        plays(Faults.of(Fault.REPEATED_FILE, Fault.GBK));
        await().until(() -> Files.exists(server.folder().resolve("done")) && done().size() >= 2);
        assertThat(outcomes(answer(STORY + ".result.csv"))).containsExactly("3 未变化", "4 未接收");
    }

    @Test
    void areToldWhereTheyAreTooLarge() throws IOException {
        plays(Faults.none());
        leaves("全市.csv", "x".repeat(11 << 20));
        assertThat(notes(answer("全市.result.csv"))).containsExactly("文件超过 10 MiB，请分成几个文件。");
        await().until(() -> Files.notExists(server.folder().resolve("全市.csv")));
        assertThat(done()).anyMatch(name -> name.endsWith("-全市.csv"));
    }

    @Test
    void areNotFetchedFromAServerWithAnotherKey() throws IOException {
        plays(Faults.of(Fault.CHANGED_HOST_KEY));
        await().until(() -> troubles().stream().anyMatch(why -> why.contains("the server's key")));
        assertThat(server.folder().resolve("done")).doesNotExist();
    }

    @Test
    void areNotFetchedWithAWrongPassword() throws IOException {
        plays(Faults.none(), "x");
        await().until(() -> troubles().stream().anyMatch(why -> why.contains("does not let us in")));
        Files.writeString(home().resolve("secrets/xinxiang"), server.password());
        assertThat(outcomes(answer(STORY + ".result.csv"))).hasSize(2);
        await().until(() -> troubles().isEmpty());
    }
}
