package org.dianqiao.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.connector.front.FrontWatch;
import org.dianqiao.doctor.Doctor;
import org.dianqiao.platform.FileWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Xuchang in the story, beside a gateway: a real database, a real folder, and the doctor who looks at both. */
class NeighbourTest extends AtTheDoor {

    private static final String PLATFORM = "approval.neighbour";

    private final Path sandbox = home().resolve("data/sandbox");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, UTF_8);
    private final Neighbour neighbour =
            new Neighbour(sandbox, 0, new Stage(CLOCK, Duration.ZERO, new Narration(out), new Numbers(CLOCK)));

    @AfterEach
    void goes() {
        neighbour.close();
        describe(PLATFORM, "kind: approval-platform\nregion: \"411000\"\n");
    }

    @Test
    void bringsItsProjectsByRowsAndByAList() throws Exception {
        var front = neighbour.exchangeRows();
        newcomer(PLATFORM, """
            kind: approval-platform
            region: "411000"
            endpoint: { transport: database, dialect: approval-exchange, url: "%s", tables: _V3, account: postgres, secret: "sandbox:approval-exchange/password" }
            sends: [ { service: project.code-assigned }, { service: project.updated }, { service: project.withdrawn } ]
            """.formatted(front.address()));
        await().until(() -> told().contains("写入 SPGL_XMSPSXPFWJXXB_V3"));
        await().until(() -> {
            bean(FrontWatch.class).read();
            return told().contains("写回 SPGL_XMSPSXPFWJXXB_V3 lsh=1 sjsczt=1");
        });
        assertThat(lead("2609-411003-04-01-217003")).contains("\"11\"", "许规建（2026）031号");
        var list = neighbour.leaveTheList();
        await().until(() -> list.answer().isPresent());
        assertThat(list.answer().orElseThrow()).startsWith("共 3 行数据：").endsWith("未接收 1 行。");
        assertThat(lead("2609-411003-04-01-217011")).contains("中原·许昌科创园二期");
        assertThat(examined(PLATFORM)).as(told()).isZero();
        assertThat(examined("development.xuchang")).as(told()).isZero();
    }

    @Test
    void isNotLookedForWhileItIsNotPlayed() {
        assertThat(sandbox.resolve("approval-exchange/password")).doesNotExist();
        bean(FileWatch.class).refresh();
        bean(FrontWatch.class).read();
        assertThat(bean(FrontWatch.class).alarms()).noneMatch(alarm -> alarm.startsWith("approval.xuchang"));
    }

    @Test
    void leavesNoPasswordBehind() throws Exception {
        neighbour.exchangeRows();
        assertThat(Files.exists(sandbox.resolve("approval-exchange/password"))).isTrue();
        neighbour.close();
        assertThat(Files.exists(sandbox.resolve("approval-exchange/password"))).isFalse();
    }

    private static String lead(String code) {
        return accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code))))
                .json()
                .toString();
    }

    private int examined(String partner) {
        String[] line = {"--partner", partner, "--dianqiao.home=" + home(), "--dianqiao.sandbox=keys"};
        return Doctor.run(line, out, out);
    }

    private String told() {
        return said.toString(UTF_8);
    }
}
