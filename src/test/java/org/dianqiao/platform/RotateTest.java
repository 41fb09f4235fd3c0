package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.ledger.LedgerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb `rotate` beside a gateway that goes on receiving. */
class RotateTest extends AtTheDoor {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void changesKeysUnderAGatewayThatIsBusyAndLosesNothing() {
        String code = Plots.freshCode();
        Reply before = accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        List<String> keys = usedKeys();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<Integer>> busy = CompletableFuture.supplyAsync(() -> sendUntil(done));
        assertThat(rotate()).isZero();
        assertThat(told())
                .contains("Data keys that are wrapped by it as well: ")
                .contains("rotate --forget");
        await().until(() -> !keys.containsAll(usedKeys()));
        assertThat(rotate("--forget")).isZero();
        assertThat(told()).contains("are gone: 1");
        done.set(true);
        assertThat(busy.join()).isNotEmpty().containsOnly(202);
        assertThat(lookedUp(code).json().at("/owner/name").asText()).isEqualTo("河南中原置业有限公司");
        assertThat(bean(LedgerStore.class).find(before.header("DQ-Entry"))).isPresent();
    }

    @Test
    void makesTheFirstKeyOfAGatewayThatNeverRan() {
        assertThat(run(ownKeys())).isZero();
        assertThat(home.resolve("wrapping.p12")).exists();
        assertThat(told()).contains("wrapping.p12: wrapping ").contains("Nothing is sealed in the database yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--forgot", "--forget=yes", "forget", "-v"})
    void doesNothingThatItDoesNotUnderstand(String word) {
        String[] words = Stream.concat(Stream.of(ownKeys()), Stream.of(word)).toArray(String[]::new);
        assertThat(run(words)).isEqualTo(2);
        assertThat(told()).contains("there is no option " + word);
        assertThat(home.resolve("wrapping.p12")).doesNotExist();
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(told()).contains("rotate [--forget]");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("--dianqiao.home=" + home, "--dianqiao.sandbox=off")).isOne();
        assertThat(told()).contains("not done: ").contains("DIANQIAO_KEYSTORE");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assertThat(run(ownKeys())).isZero();
        String[] others = ownKeys();
        others[others.length - 1] += "-";
        assertThat(run(others)).isOne();
        assertThat(told()).contains("wrapping.p12: cannot be opened: the password is wrong or the file was changed");
    }

    private String[] ownKeys() {
        return new String[] {
            "--dianqiao.home=" + home,
            "--dianqiao.sandbox=off",
            "--dianqiao.keystore=" + home.resolve("gateway.p12"),
            "--dianqiao.wrapping-keystore=" + home.resolve("wrapping.p12"),
            "--dianqiao.keystore-password=金水-371"
        };
    }

    private static List<Integer> sendUntil(AtomicBoolean done) {
        List<Integer> statuses = new ArrayList<>();
        while (!done.get()) {
            Parcel parcel = coded().sealed();
            statuses.add(post(parcel).status());
        }
        return statuses;
    }

    private static Reply lookedUp(String code) {
        return accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code))));
    }

    /** By the ids that stand at the head of what is sealed. */
    private static List<String> usedKeys() {
        return database()
                .sql("SELECT DISTINCT encode(substring(content FROM 2 FOR 8), 'hex') FROM part WHERE content IS NOT"
                        + " NULL")
                .query(String.class)
                .list();
    }

    private int rotate(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--dianqiao.home=" + home());
        all.add("--dianqiao.sandbox=keys");
        return run(all.toArray(String[]::new));
    }

    private int run(String... words) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Rotate.run(words, out, out);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
