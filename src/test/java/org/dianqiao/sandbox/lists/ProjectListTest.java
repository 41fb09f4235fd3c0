package org.dianqiao.sandbox.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dianqiao.MovedClock;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office's SFTP server, as a client meets it that believes no key but the one that it was told. */
class ProjectListTest {

    private static final String LIST = "/lists/赋码项目清单202609.csv";
    private static final int PATIENCE = 30_000;

    @TempDir
    Path folder;

    private ProjectList office;
    private Session session;
    private ChannelSftp files;

    @AfterEach
    void close() {
        if (session != null) {
            session.disconnect();
        }
        office.close();
    }

    private void plays(Faults faults) throws IOException {
        office = ProjectList.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, new MovedClock()));
    }

    private void connect(String password) throws JSchException {
        URI address = office.address();
        JSch ssh = new JSch();
        String[] told = office.hostKey().split(" ");
        String host = "[" + address.getHost() + "]:" + address.getPort();
        ssh.setKnownHosts(new ByteArrayInputStream((host + " " + told[0] + " " + told[1] + "\n").getBytes(UTF_8)));
        session = ssh.getSession("dianqiao", address.getHost(), address.getPort());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setPassword(password);
        session.connect(PATIENCE);
        files = (ChannelSftp) session.openChannel("sftp");
        files.connect(PATIENCE);
    }

    private byte[] list() throws IOException, SftpException {
        try (InputStream file = files.get(LIST)) {
            return file.readAllBytes();
        }
    }

    @Test
    void leavesAListWithOneGoodRowAndOneBad() throws Exception {
        plays(Faults.none());
        assertThat(office.address().getPath()).isEqualTo("/lists");
        connect(office.password());
        List<String> lines = new String(list(), UTF_8).lines().toList();
        assertThat(lines.get(1)).isEqualTo("序号,项目代码,项目名称,建设单位,统一社会信用代码,建设地点,行政区划,总投资（万元）,赋码日期");
        assertThat(lines.get(2)).startsWith("1,2609-410105-04-01-123459,").endsWith("\"35,000\",2026年9月15日");
        assertThat(lines.get(3)).startsWith("2,2609-410105-04-01-123450,").endsWith(",2026/9/31");
    }

    @Test
    void letsItsListBeAnsweredAndPutAway() throws Exception {
        plays(Faults.none());
        connect(office.password());
        files.put(new ByteArrayInputStream("结果".getBytes(UTF_8)), "/lists/赋码项目清单202609.result.csv");
        files.mkdir("/lists/done");
        files.rename(LIST, "/lists/done/赋码项目清单202609.csv");
        assertThat(files.ls("/lists/*.csv")).hasSize(1);
        assertThat(files.ls("/lists/done/*.csv")).hasSize(1);
    }

    @Test
    void letsNobodyInWithAnotherPasswordAndNobodyOutOfItsFolder() throws Exception {
        plays(Faults.none());
        assertThatThrownBy(() -> connect(office.password() + "x")).isInstanceOf(JSchException.class);
        connect(office.password());
        assertThatThrownBy(() -> files.get("/../host-key")).isInstanceOf(SftpException.class);
    }

    @Test
    void writesItsListByHalfFirst() throws Exception {
        plays(Faults.of(Fault.HALF_WRITTEN).slow(Duration.ofMinutes(1)));
        connect(office.password());
        assertThat(new String(list(), UTF_8)).contains("中原·金水科创园一期").doesNotContain("2026/9/31");
    }

    @Test
    void writesItsListToItsEndAfterATime() throws Exception {
        plays(Faults.of(Fault.HALF_WRITTEN).slow(Duration.ofMillis(10)));
        connect(office.password());
        await().until(() -> new String(list(), UTF_8).endsWith("2026/9/31\n"));
    }

    @Test
    void writesAnotherEncoding() throws Exception {
        plays(Faults.of(Fault.GBK));
        connect(office.password());
        assertThat(new String(list(), Charset.forName("GBK"))).contains("河南中原置业有限公司");
    }

    @Test
    void showsAnotherKeyThanItTold() throws Exception {
        plays(Faults.of(Fault.CHANGED_HOST_KEY));
        assertThatThrownBy(() -> connect(office.password())).hasMessageContaining("HostKey");
    }

    @Test
    void leavesItsListAgainWhenItIsTaken() throws Exception {
        plays(Faults.of(Fault.REPEATED_FILE));
        connect(office.password());
        byte[] first = list();
        files.rm(LIST);
        await().ignoreExceptions().until(() -> list().length == first.length);
        assertThat(list()).isEqualTo(first);
    }
}
