package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dianqiao.WithGateway;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.RetentionStore.Batch;
import org.dianqiao.ledger.EntryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Parts of 2050, out of the way of all others, under a service that has left the catalogue by then. */
class RetentionStoreTest extends WithGateway {

    private static final String HEAT = "heat.asked";
    private static final Instant THEN = Instant.parse("2050-09-30T01:00:00Z");
    private static final String BEFORE = EntryId.floor(THEN);
    private static final String AFTER = EntryId.floor(THEN.plus(Duration.ofDays(1)));

    private final RetentionStore store = bean(RetentionStore.class);

    @BeforeEach
    void isKnown() {
        store.mark(List.of(HEAT));
        database()
                .sql("UPDATE erased_until SET entry = ? WHERE service = ?")
                .params(BEFORE, HEAT)
                .update();
    }

    @AfterEach
    void isForgotten() {
        for (String table : List.of("part", "delivery", "spared_part")) {
            database()
                    .sql("DELETE FROM " + table + " WHERE service = ?")
                    .param(HEAT)
                    .update();
        }
        database().sql("UPDATE erased_until SET entry = ''").update();
    }

    @Test
    void erasesInBatchesAndMovesItsMarkBehindThem() {
        keep(500);
        Batch first = store.erase(HEAT, AFTER);
        assertThat(first).isEqualTo(new Batch(200, false));
        assertThat(mark()).isLessThan(AFTER).isEqualTo(smallest());
        assertThat(store.erase(HEAT, AFTER)).isEqualTo(new Batch(200, false));
        assertThat(store.erase(HEAT, AFTER)).isEqualTo(new Batch(100, true));
        assertThat(mark()).isEqualTo(AFTER);
        assertThat(left()).isZero();
    }

    @Test
    void neverMovesItsMarkBack() {
        store.erase(HEAT, AFTER);
        assertThat(store.erase(HEAT, EntryId.floor(THEN.minusMillis(1)))).isEqualTo(new Batch(0, true));
        assertThat(mark()).isEqualTo(AFTER);
    }

    @Test
    void stepsOverWhatAnotherNodeWorksOn() throws Exception {
        keep(10);
        TransactionTemplate transaction = bean(TransactionTemplate.class);
        Batch meanwhile = transaction.execute(held -> {
            assertThat(store.erase(HEAT, AFTER)).isEqualTo(new Batch(10, true));
            return elsewhere(() -> store.erase(HEAT, AFTER));
        });
        assertThat(meanwhile).isEqualTo(new Batch(0, true));
        assertThat(left()).isZero();
    }

    @Test
    void isNotDisturbedByPassesAtOnce() throws Exception {
        keep(5000);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> pass = () -> {
                int parts = 0;
                while (left() > 0) {
                    parts += store.erase(HEAT, AFTER).parts();
                }
                return parts;
            };
            List<Integer> parts = new ArrayList<>();
            for (Future<Integer> done :
                    nodes.invokeAll(Stream.generate(() -> pass).limit(4).toList())) {
                parts.add(done.get());
            }
            assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5000);
            assertThat(mark()).isEqualTo(AFTER);
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void isNotHeldUpByTheDeliveryOfWhatItPassedBy() {
        keep(10);
        database()
                .sql("""
                        INSERT INTO delivery (partner, message_id, service, manifest, signature, parts_of, created_at,
                                              expires_at, due_at)
                        VALUES ('heat.henan', 'm', :service, '', '', :behind, now(), :later, :later)
                        """)
                .param("service", HEAT)
                .param("behind", EntryId.floor(THEN.minusMillis(1)))
                .param("later", THEN.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(store.erase(HEAT, AFTER)).isEqualTo(new Batch(10, true));
    }

    @Test
    void erasesReleasedPartsInBatchesButNothingThatIsBeingDelivered() {
        keep(201);
        database()
                .sql("INSERT INTO spared_part (service, entry) SELECT service, entry FROM part WHERE service = ?")
                .param(HEAT)
                .update();
        database()
                .sql("""
                        INSERT INTO delivery (partner, message_id, service, manifest, signature, parts_of, created_at,
                                              expires_at, due_at)
                        SELECT 'heat.henan', 'm', :service, '', '', min(entry), now(), :later, :later
                        FROM part WHERE service = :service
                        """)
                .param("service", HEAT)
                .param("later", THEN.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(store.eraseReleased(HEAT, AFTER)).isEqualTo(new Batch(200, false));
        assertThat(store.eraseReleased(HEAT, AFTER)).isEqualTo(new Batch(0, true));
        assertThat(left()).isOne();
    }

    @Test
    void keepsThreeYearsWhatLeftTheCatalogue() {
        keep(10);
        Clock nearly = Clock.fixed(THEN.plus(Duration.ofDays(1094)), CLOCK.getZone());
        new RetentionWatch(store, bean(Catalogue.class), nearly).erase();
        assertThat(left()).isEqualTo(10);
        Clock over = Clock.offset(nearly, Duration.ofDays(2));
        new RetentionWatch(store, bean(Catalogue.class), over).erase();
        assertThat(left()).isZero();
    }

    private static Batch elsewhere(Callable<Batch> act) {
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            return node.submit(act).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            node.shutdown();
        }
    }

    private static void keep(int parts) {
        List<String> entries = Stream.iterate(THEN, at -> at.plusMillis(1))
                .limit(parts)
                .map(EntryId::at)
                .toList();
        database().sql("""
                        INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                        SELECT unnest(?::text[]), 'message', 0, ?, 'payload', 'application/json', 2, '\\x00', '{}'
                        """).params(entries.toArray(String[]::new), HEAT).update();
    }

    private static int left() {
        return database()
                .sql("SELECT count(*) FROM part WHERE service = ?")
                .param(HEAT)
                .query(Integer.class)
                .single();
    }

    private static String smallest() {
        return database()
                .sql("SELECT min(entry) FROM part WHERE service = ?")
                .param(HEAT)
                .query(String.class)
                .single();
    }

    private static String mark() {
        return database()
                .sql("SELECT entry FROM erased_until WHERE service = ?")
                .param(HEAT)
                .query(String.class)
                .single();
    }
}
