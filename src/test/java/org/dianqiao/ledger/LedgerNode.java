package org.dianqiao.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dianqiao.files.Watched;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.dianqiao.vault.Vault;
import org.dianqiao.vault.Vaults;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's part of a gateway, put together as in a gateway. Its clock does not tick by itself. */
final class LedgerNode implements AutoCloseable {

    /** One key for all nodes, as in earnest. */
    static final Path KEYS = Optional.ofNullable(System.getProperty("dianqiao.keys"))
            .map(Path::of)
            .orElseGet(LedgerNode::keys);

    private static final SigningKey OURS = key(KEYS);

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Path data;

    LedgerNode(Path data, DataSource database, Clock clock) {
        this(data, database, clock, KEYS);
    }

    LedgerNode(Path data, DataSource database, Clock clock, Path keys) {
        this.data = data;
        SigningKey key = keys.equals(KEYS) ? OURS : key(keys);
        Watched<Trust> trust = trust(keys, key);
        beans.registerBean(DataSource.class, () -> database);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(SigningKey.class, () -> key);
        beans.registerBean(Vault.class, () -> Vaults.over(beans.getBean(JdbcClient.class), KEYS, clock));
        beans.registerBean(
                HeadWatch.class, () -> new HeadWatch(kept(), beans.getBean(TreeStore.class), tree(), key, trust));
        beans.registerBean(Rereading.class, () -> rereading(trust));
        beans.registerBean(PatrolWatch.class, () -> patrol(clock));
        beans.register(
                Wiring.class,
                TreeStore.class,
                LedgerStore.class,
                PatrolStore.class,
                LedgerTree.class,
                Sealer.class,
                SealWatch.class);
        beans.refresh();
    }

    private Rereading rereading(Watched<Trust> trust) {
        return new Rereading(beans.getBean(PatrolStore.class), ledger(), store(), trust);
    }

    private PatrolWatch patrol(Clock clock) {
        return new PatrolWatch(
                kept().getParent(), beans.getBean(PatrolStore.class), beans.getBean(Rereading.class), tree(), clock);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }
    }

    /** What the clock does. */
    void tick() {
        beans.getBean(SealWatch.class).seal();
    }

    /** What the patrol's clock does. */
    void walk() {
        beans.getBean(PatrolWatch.class).walk();
    }

    Patrol patrol() {
        return beans.getBean(PatrolWatch.class).state();
    }

    String trouble() {
        return beans.getBean(SealWatch.class).trouble().orElse("");
    }

    LedgerStore ledger() {
        return beans.getBean(LedgerStore.class);
    }

    LedgerTree tree() {
        return beans.getBean(LedgerTree.class);
    }

    TreeStore store() {
        return beans.getBean(TreeStore.class);
    }

    Sealer sealer() {
        return beans.getBean(Sealer.class);
    }

    JdbcClient sql() {
        return beans.getBean(JdbcClient.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    }

    Path data() {
        return data;
    }

    Path kept() {
        return data.resolve("ledger/head.json");
    }

    static boolean isSigned(TreeHead head) {
        return head.signer(trust(KEYS, OURS).current())
                .filter(OURS.certificate()::equals)
                .isPresent();
    }

    static byte[] seal(byte[] manifest) {
        return OURS.seal(manifest);
    }

    static Path keys() {
        try {
            Path keys = WithLedger.folder();
            SandboxKeys.make(keys, WithLedger.CLOCK);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SigningKey key(Path keys) {
        return SigningKey.open(
                keys.resolve("gateway.p12"),
                WithLedger.text(keys.resolve("gateway.password")).toCharArray());
    }

    private static Watched<Trust> trust(Path keys, SigningKey ours) {
        TrustFiles files =
                new TrustFiles(List.of(keys.resolve("root.pem")), List.of(), List.of(keys.resolve("revoked")));
        return new Watched<>(List.of(), () -> Trust.read(files, ours.chain()));
    }

    @Override
    public void close() {
        beans.close();
    }
}
