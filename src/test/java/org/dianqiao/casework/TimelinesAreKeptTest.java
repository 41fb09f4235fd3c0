package org.dianqiao.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By privilege and behind that by trigger: what was told in an event can be erased, and that is all. */
class TimelinesAreKeptTest extends WithBookings {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE case_event SET what = 'x'",
                "UPDATE case_event SET at = now(), told = ''",
                "UPDATE case_event SET by = 'x', told = ''",
                "UPDATE case_event SET entry = NULL",
                "DELETE FROM case_event",
                "TRUNCATE case_event"
            })
    void giveTheGatewayNoRightToAnythingElse(String change) {
        opened();
        assertThatThrownBy(() -> database().sql(change).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @Test
    void letNobodyWriteAnythingInTheirPlace() {
        opened();
        assertThatThrownBy(() ->
                        database().sql("UPDATE case_event SET told = '\\x01'").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        database().sql("UPDATE case_event SET told = NULL").update())
                .rootCause()
                .hasMessageContaining("not-null");
    }
}
