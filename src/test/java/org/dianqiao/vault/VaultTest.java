package org.dianqiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.dianqiao.files.BadFiles;
import org.dianqiao.trust.SecretsFile;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is sealed opens where it stands, unchanged, for whoever has the wrapping key. */
class VaultTest extends WithVault {

    private static final byte[] OWNER = "河南中原置业有限公司".getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "part 0n8z1k message 0";

    @Test
    void opensWhatAnotherNodeSealed() {
        byte[] locked = node(keystore()).lock(OWNER, PLACE);
        assertThat(new String(locked, StandardCharsets.UTF_8)).doesNotContain("河南");
        assertThat(node(keystore()).unlock(locked, PLACE)).isEqualTo(OWNER);
    }

    @Test
    void opensNothingThatWasMoved() {
        Vault vault = node(keystore());
        byte[] locked = vault.lock(OWNER, PLACE);
        assertThatThrownBy(() -> vault.unlock(locked, "part 0n8z1k message 1"))
                .isInstanceOf(DoesNotOpen.class)
                .hasMessage("what is sealed at `part 0n8z1k message 1` does not open:"
                        + " it was changed, or belongs elsewhere");
    }

    @Test
    void opensNothingThatWasChanged() {
        Vault vault = node(keystore());
        byte[] locked = vault.lock(OWNER, PLACE);
        for (int i = 0; i < locked.length; i++) {
            byte[] changed = locked.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.unlock(changed, PLACE))
                    .as("byte %d", i)
                    .isInstanceOf(DoesNotOpen.class);
        }
        for (int length = 0; length < locked.length; length++) {
            byte[] cut = Arrays.copyOf(locked, length);
            assertThatThrownBy(() -> vault.unlock(cut, PLACE)).isInstanceOf(DoesNotOpen.class);
        }
    }

    @Test
    void usesNoNonceTwice() {
        Set<String> nonces = new HashSet<>();
        for (int node = 0; node < 20; node++) {
            Vault vault = node(keystore());
            for (int i = 0; i < 500; i++) {
                byte[] locked = vault.lock(OWNER, PLACE);
                nonces.add(new String(locked, DataKey.HEAD, 12, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(nonces).hasSize(10_000);
        assertThat(dataKeys()).isOne();
    }

    @Test
    void beginsAKeyEachDay() {
        Vault vault = node(keystore());
        byte[] yesterdays = vault.lock(OWNER, PLACE);
        clock.pass(Duration.ofHours(22));
        vault.turn();
        assertThat(dataKeys()).isOne();
        clock.pass(Duration.ofHours(1));
        vault.turn();
        byte[] todays = vault.lock(OWNER, PLACE);
        assertThat(DataKey.idOf(todays, PLACE)).isNotEqualTo(DataKey.idOf(yesterdays, PLACE));
        assertThat(dataKeys()).isEqualTo(2);
        assertThat(vault.unlock(yesterdays, PLACE)).isEqualTo(OWNER);
        assertThat(node(keystore()).unlock(yesterdays, PLACE)).isEqualTo(OWNER);
    }

    @RepeatedTest(5)
    void hasOneKeyWhereManyNodesBeginTheDayAtOnce() {
        Vaults.keys(keystore());
        CyclicBarrier together = new CyclicBarrier(8);
        List<CompletableFuture<Vault>> nodes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            nodes.add(CompletableFuture.supplyAsync(() -> nodeOf(together), task -> new Thread(task).start()));
        }
        List<byte[]> locked = nodes.stream()
                .map(CompletableFuture::join)
                .map(vault -> vault.lock(OWNER, PLACE))
                .toList();
        assertThat(dataKeys()).isOne();
        assertThat(locked).allSatisfy(one -> assertThat(nodes.get(0).join().unlock(one, PLACE))
                .isEqualTo(OWNER));
    }

    @Test
    void sealsNothingUnderAKeyThatTheDatabaseDoesNotHave() {
        byte[] locked = node(keystore()).lock(OWNER, PLACE);
        assertThat(database.sql("SELECT id FROM data_key").query(Long.class).single())
                .isEqualTo(DataKey.idOf(locked, PLACE));
    }

    @Test
    void doesNotStartWithAnotherWrappingKey() {
        node(keystore());
        Path other = keystores.resolve("other.p12");
        assertThatThrownBy(() -> node(other))
                .isInstanceOf(BadFiles.class)
                .hasMessage(other + ": 1 data keys in the database are wrapped by none of its keys;"
                        + " what they seal cannot be read");
    }

    @Test
    void doesNotStartWithoutAWrappingKey() {
        SecretsFile.empty(keystore(), Vaults.PASSWORD).write();
        assertThatThrownBy(() -> node(keystore()))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining(keystore() + ": it holds no wrapping key")
                .hasMessageContaining("java -jar dianqiao.jar rotate");
    }

    @Test
    void makesNoKeyForADayAsLongAsItCannotOpenAllKeys() {
        Vault vault = node(keystore());
        byte[] before = vault.lock(OWNER, PLACE);
        owner().sql("TRUNCATE data_key CASCADE").update();
        node(keystores.resolve("other.p12"));
        clock.pass(Duration.ofDays(1));
        assertThatThrownBy(vault::turn).isInstanceOf(BadFiles.class);
        assertThat(DataKey.idOf(vault.lock(OWNER, PLACE), PLACE)).isEqualTo(DataKey.idOf(before, PLACE));
        assertThat(dataKeys()).isOne();
    }

    private Vault nodeOf(CyclicBarrier together) {
        try {
            together.await();
            return node(keystore());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long dataKeys() {
        return database.sql("SELECT count(*) FROM data_key").query(Long.class).single();
    }
}
