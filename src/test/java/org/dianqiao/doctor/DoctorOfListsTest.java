package org.dianqiao.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.Homes;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.lists.ProjectList;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The verb `doctor` on folders in which lists are left, with one thing wrong each. */
class DoctorOfListsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String OFFICE = "development.zhengzhou";

    private final Path home = Homes.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ProjectList server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void plays(Faults faults) throws IOException {
        Path folder = home.resolve("data/sandbox/project-list");
        server = ProjectList.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK));
    }

    private int examine(URI url, String secret) throws IOException {
        return examine("""
                  transport: sftp
                  dialect: project-list
                  url: "%s"
                  account: dianqiao
                  secret: "file:secrets/list"
                  hostKeys: [ "%s" ]
                """.formatted(url, server.hostKey()), secret);
    }

    private int examine(String endpoint, String secret) throws IOException {
        SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
        Files.writeString(Files.createDirectories(home.resolve("secrets")).resolve("list"), secret);
        Files.writeString(home.resolve("mappings/partners/" + OFFICE + ".yaml"), """
                id: development.zhengzhou
                name: { zh: 郑州市发展和改革委员会, en: Zhengzhou development and reform }
                kind: department
                region: "410100"
                sends: [ { service: project.code-assigned } ]
                endpoint:
                """ + endpoint);
        return Doctor.run(
                new String[] {"--partner", OFFICE, "--dianqiao.home=" + home, "--dianqiao.sandbox=keys"},
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                CLOCK);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingWrongWithAServerThatWorks() throws IOException {
        plays(Faults.none());
        assertThat(examine(server.address(), server.password())).as(told()).isZero();
        assertThat(told())
                .contains("port:", "host key: 与登记的一致", "login: 以 dianqiao 登录成功", "现有 1 个文件", "rights: 可以写入")
                .contains("示例 project.out.json 符合 project.code-assigned 的约定")
                .doesNotContain("BAD");
        assertThat(server.folder()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void findsServerWithAnotherKey() throws IOException {
        plays(Faults.of(Fault.CHANGED_HOST_KEY));
        assertThat(examine(server.address(), server.password())).isOne();
        assertThat(told()).contains("BAD   主机密钥 host key: 与登记的不一致").doesNotContain("login:");
    }

    @Test
    void findsPasswordThatIsNotTaken() throws IOException {
        plays(Faults.none());
        assertThat(examine(server.address(), "x")).isOne();
        assertThat(told()).contains("BAD   登录 login: ");
    }

    @Test
    void findsFolderThatIsNotThere() throws IOException {
        plays(Faults.none());
        assertThat(examine(server.address().resolve("/outbox"), server.password()))
                .isOne();
        assertThat(told()).contains("BAD   目录 folder: 对方服务器上没有这个目录");
    }

    @Test
    void findsFolderThatIsALinkToAnotherPlace() throws IOException {
        plays(Faults.none());
        Path folder = home.resolve("data/lists/elsewhere");
        Files.createDirectories(folder.getParent());
        Files.createSymbolicLink(folder, home.resolve("secrets"));
        assertThat(examine("""
                  transport: folder
                  dialect: project-list
                  url: "file:data/lists/elsewhere"
                """, "x")).isOne();
        assertThat(told()).contains("BAD   目录 folder: 目录不能使用（data/lists/elsewhere is a link to another place）");
    }
}
