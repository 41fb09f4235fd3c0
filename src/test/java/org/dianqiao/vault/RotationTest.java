package org.dianqiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.NamedSecret;
import org.dianqiao.trust.SecretsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One wrapping key takes over from another, whatever ends in between. */
class RotationTest extends WithVault {

    private static final byte[] OWNER = "河南中原置业有限公司".getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "lead 2609-410105-04-01-123459";

    private Rotation rotation;
    private Watched<WrappingKeys> watched;
    private Vault running;
    private byte[] before;

    @BeforeEach
    void sealThroughTwoDays() {
        rotation = new Rotation(keystore(), Vaults.PASSWORD, clock);
        watched = Vaults.keys(keystore());
        running = new Vault(store, watched, clock);
        before = running.lock(OWNER, PLACE);
        clock.pass(Duration.ofDays(1));
        running.turn();
        clock.pass(Duration.ofSeconds(1));
    }

    @Test
    void leavesEverythingReadableAfterEachStep() {
        assertAllReadable();
        rotation.addKey();
        assertAllReadable();
        rotation.wrapAll(store);
        assertAllReadable();
        rotation.beginDataKey(store);
        assertAllReadable();
        store.forgetOthers(newest());
        assertAllReadable();
        rotation.forget(store);
        assertAllReadable();
    }

    @Test
    void leavesEverythingReadableWhenItEndsWhileItWraps() {
        rotation.addKey();
        WrappingKeys keys = WrappingKeys.read(keystore(), Vaults.PASSWORD);
        long first = store.all().get(0).key();
        byte[] key = keys.unwrap(first, store.wraps(first)).orElseThrow();
        store.wrap(first, newest(), keys.newest().wrap(first, key));
        assertAllReadable();
        store.forgetOthers(newest());
        assertAllReadable();
        rotation.addKey();
        rotation.wrapAll(store);
        rotation.forget(store);
        assertAllReadable();
        assertThat(secrets(keystore())).hasSize(1);
    }

    @Test
    void goesOverToAnotherDataKeyOnNodesThatRun() {
        long used = DataKey.idOf(running.lock(OWNER, PLACE), PLACE);
        rotate();
        assertThat(DataKey.idOf(running.lock(OWNER, PLACE), PLACE)).isEqualTo(used);
        watched.refresh();
        running.turn();
        assertThat(DataKey.idOf(running.lock(OWNER, PLACE), PLACE)).isNotEqualTo(used);
        running.turn();
        assertThat(store.all()).hasSize(3);
    }

    @Test
    void leavesTheOldKeyWithoutUse() throws IOException {
        Path old = copy("old.p12");
        rotate();
        byte[] after = node(keystore()).lock(OWNER, PLACE);
        assertThat(node(old).unlock(after, PLACE)).as("until it is forgotten").isEqualTo(OWNER);
        assertThat(rotation.forget(store)).isOne();
        assertThat(secrets(keystore())).hasSize(1);
        assertThatThrownBy(() -> node(old)).isInstanceOf(BadFiles.class).hasMessageContaining("3 data keys");
        assertThat(node(keystore()).unlock(before, PLACE)).isEqualTo(OWNER);
    }

    @Test
    void forgetsNoKeyThatANodeHasUsedMeanwhile() throws IOException {
        Path old = copy("old.p12");
        rotate();
        clock.pass(Duration.ofDays(1));
        byte[] late = node(old).lock(OWNER, PLACE);
        rotation.forget(store);
        assertThat(node(keystore()).unlock(late, PLACE)).isEqualTo(OWNER);
    }

    @Test
    void forgetsNothingWhereThereIsOneKeyOnly() {
        assertThat(rotation.forget(store)).isZero();
        assertThat(secrets(keystore())).hasSize(1);
        assertAllReadable();
    }

    @Test
    void leavesOtherSecretsOfTheKeystoreAlone() {
        NamedSecret other = new NamedSecret("harbour", "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        SecretsFile.read(keystore(), Vaults.PASSWORD).with(other).write();
        rotate();
        rotation.forget(store);
        assertThat(secrets(keystore()))
                .extracting(NamedSecret::name)
                .contains("harbour")
                .hasSize(2);
    }

    @Test
    void isRefusedWhereSomethingIsLostAlready() throws IOException {
        Files.delete(keystore());
        rotation.addKey();
        assertThatThrownBy(() -> rotation.requireAllReadable(store))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining("2 data keys in the database are wrapped by none of its keys");
    }

    @Test
    void canBeRepeatedAnyNumberOfTimesInADay() {
        for (int i = 0; i < 3; i++) {
            rotate();
            clock.pass(Duration.ofSeconds(1));
        }
        rotation.forget(store);
        assertAllReadable();
        assertThat(store.all()).hasSize(5);
        assertThat(database.sql("SELECT count(DISTINCT wrapping) FROM data_key_wrap")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private void rotate() {
        rotation.requireAllReadable(store);
        rotation.addKey();
        rotation.wrapAll(store);
        rotation.beginDataKey(store);
    }

    /** By the node that runs, by one that starts now, and what either seals by the other. */
    private void assertAllReadable() {
        watched.refresh();
        running.turn();
        Vault fresh = node(keystore());
        assertThat(running.unlock(before, PLACE)).isEqualTo(OWNER);
        assertThat(fresh.unlock(before, PLACE)).isEqualTo(OWNER);
        assertThat(fresh.unlock(running.lock(OWNER, PLACE), PLACE)).isEqualTo(OWNER);
        assertThat(running.unlock(fresh.lock(OWNER, PLACE), PLACE)).isEqualTo(OWNER);
    }

    private String newest() {
        return WrappingKeys.read(keystore(), Vaults.PASSWORD).newest().id();
    }

    private Path copy(String name) throws IOException {
        return Files.copy(keystore(), keystores.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<NamedSecret> secrets(Path keystore) {
        return SecretsFile.read(keystore, Vaults.PASSWORD).secrets();
    }
}
