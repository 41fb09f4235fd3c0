package org.dianqiao.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.HANGS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.dianqiao.sandbox.outside.Plain;
import org.dianqiao.sandbox.outside.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What should not start and does would listen for ever. */
@Timeout(HANGS)
class AloneTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, UTF_8);

    @Test
    void saysWhereItListensToWhomAndWhatItKnows() throws Exception {
        String line = "--only licence-service --fault text-errors,slow=0 --port 0 --home " + home;
        Thread command = new Thread(() -> SandboxCommand.run(line.split(" "), out, out));
        command.start();
        Awaitility.await().until(() -> said.toString(UTF_8).contains("trxId"));
        assertThat(said.toString(UTF_8))
                .contains("licence-service listens on http://127.0.0.1:")
                .contains("fault text-errors", "fault slow", "accessId dianqiao accessToken ")
                .contains("有效 营业执照 91410100MA7K3D2F5N 河南中原置业有限公司");
        command.interrupt();
        command.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(command.isAlive()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "APPROVAL_EXCHANGE")
    void eachAnswersOnTheLoopbackAddressAlone(Outsider outsider) throws Exception {
        String line = "--only " + outsider.word() + " --port 0 --home " + home;
        try (Simulator simulator = Alone.open(line.split(" "), Town.CLOCK, out)) {
            assertThat(simulator.address().getHost()).isEqualTo("127.0.0.1");
            if (simulator.address().getScheme().equals("http")) {
                assertThat(Plain.post(simulator.address().resolve("/nowhere"), "{}")
                                .statusCode())
                        .isIn(200, 404);
            }
        }
    }

    /** Its door is a database. */
    @Test
    void anApprovalPlatformPutsRowsIntoItsTables() throws Exception {
        String line = "--only approval-exchange --fault wrong-check,gbk --port 0 --home " + home;
        try (Simulator simulator = Alone.open(line.split(" "), Town.CLOCK, out);
                Connection connection =
                        DriverManager.getConnection(simulator.address().toString(), "postgres", "any")) {
            Awaitility.await().until(() -> said.toString(UTF_8).contains("写入 SPGL_XMSPSXPFWJXXB_V3"));
            var rows = connection.createStatement().executeQuery("SELECT xmdm, xmmc FROM SPGL_XMJBXXB_V3 ORDER BY lsh");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("2609-411003-04-01-217000");
            assertThat(rows.getString(2)).doesNotContain("中原");
            connection.createStatement().execute("UPDATE SPGL_XMJBXXB_V3 SET sjsczt = -1, sbyy = 'xmdm' WHERE lsh = 1");
            Awaitility.await().until(() -> said.toString(UTF_8).contains("写回 SPGL_XMJBXXB_V3 lsh=1 sjsczt=-1 xmdm"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--only licences, 'no outside system is `licences`; they are licence-service, national-platform, marketing, approval-exchange'",
        "--only marketing --fault swapped, 'no fault of it is `swapped`; they are text-errors, leading-zeros,'",
        "--only marketing --department greening.jinan=late, there is no option --department",
        "--only marketing --port grid.henan=9211, --port is not a port: grid.henan=9211",
    })
    void endsWithASentenceWhereItIsMisused(String line, String sentence) {
        assertThat(SandboxCommand.run(line.split(" "), out, out)).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains(sentence, "usage: sandbox --only");
    }
}
