package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.ledger.Entry.Direction;
import org.dianqiao.platform.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What stands in the ledger stays. */
class LedgerTest extends AtTheDoor {

    private static final byte[] MANIFEST = {1};
    private static final byte[] SIGNATURE = {2};

    @BeforeAll
    static void writesAnEntry() {
        accepted(post(coded()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET outcome = 'accepted'",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "UPDATE audit SET who = 'nobody'",
                "DELETE FROM audit",
                "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
                "DROP TRIGGER ledger_entry_append_only ON ledger_entry",
                "DROP TABLE ledger_entry"
            })
    void refusesTheGatewayAnyChange(String change) {
        assertThatThrownBy(() -> database().sql(change).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET outcome = 'accepted' WHERE id = ''",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "DELETE FROM audit"
            })
    void refusesEvenItsOwner(String change) {
        EmbeddedDatabase own = bean(EmbeddedDatabase.class);
        JdbcClient owner =
                JdbcClient.create(new DriverManagerDataSource(own.url(), own.ownerUser(), own.ownerPassword()));
        assertThatThrownBy(() -> owner.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void writesAnEntryAsTheProtocolSays() {
        Entry entry = entry(new Signed(new byte[] {3}, new byte[] {4}));
        assertThat(entry.text())
                .isEqualTo("""
                        dqx-entry/1
                        01k6abcdefghjkmnpqrstvwxyz
                        2026-09-30T01:00:00.000001Z
                        in
                        approval.henan
                        a-1
                        event
                        project.code-assigned
                        accepted
                        %s
                        %s
                        %s
                        """.formatted(Draft.sm3(MANIFEST), Draft.sm3(SIGNATURE), Draft.sm3(new byte[] {3})));
    }

    @Test
    void writesADashWhereThereIsNoAnswer() {
        assertThat(entry(null).text()).endsWith(Draft.sm3(SIGNATURE) + "\n-\n");
    }

    @Test
    void writesSixDecimalsOfTheTimeAlways() {
        assertThat(List.of("2026-09-30T01:00:00Z", "2026-09-30T01:00:00.123456789Z"))
                .map(Instant::parse)
                .map(Entry::time)
                .containsExactly("2026-09-30T01:00:00.000000Z", "2026-09-30T01:00:00.123456Z");
    }

    @RepeatedTest(20)
    void keepsATimeInTheDatabaseThatGivesTheSameText() {
        Parcel parcel = coded().sealed();
        Reply reply = accepted(post(parcel));
        Instant kept = database()
                .sql("SELECT at FROM ledger_entry WHERE id = ?")
                .param(reply.header("DQ-Entry"))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(Entry.time(kept)).isEqualTo(reply.json().path("accepted").asText());
    }

    private static Entry entry(@Nullable Signed answer) {
        return entry(Instant.parse("2026-09-30T01:00:00.000001Z"), answer);
    }

    private static Entry entry(Instant at, @Nullable Signed answer) {
        return new Entry(
                "01k6abcdefghjkmnpqrstvwxyz",
                at,
                Direction.IN,
                "approval.henan",
                "a-1",
                "event",
                "project.code-assigned",
                "accepted",
                null,
                "01k6abcdefghjkmnpqrstvwxyz",
                new Signed(MANIFEST, SIGNATURE),
                answer,
                null);
    }
}
