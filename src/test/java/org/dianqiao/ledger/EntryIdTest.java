package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryIdTest {

    private static final Instant MORNING = Instant.parse("2026-09-30T01:00:00Z");

    @Test
    void hasTheFormOfTheProtocol() {
        assertThat(EntryId.at(MORNING)).matches("[0-9a-z]{26}");
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(Stream.generate(() -> EntryId.at(MORNING)).limit(10_000).distinct())
                .hasSize(10_000);
    }

    @Test
    void growsWithTime() {
        List<String> ids = Stream.iterate(MORNING, at -> at.plusMillis(1))
                .limit(5_000)
                .map(EntryId::at)
                .toList();
        assertThat(ids).isSorted();
        assertThat(EntryId.at(Instant.parse("1999-12-31T23:59:59Z"))).isLessThan(EntryId.at(MORNING));
        assertThat(EntryId.at(Instant.parse("2999-12-31T23:59:59Z"))).isGreaterThan(EntryId.at(MORNING));
    }

    @Test
    void hasNoMomentBefore1970() {
        assertThat(EntryId.floor(Instant.parse("1965-01-01T00:00:00Z"))).isEqualTo(EntryId.floor(Instant.EPOCH));
    }

    @Test
    void hasAFloorBelowAllIdsOfAMoment() {
        assertThat(Stream.generate(() -> EntryId.at(MORNING)).limit(1_000)).allSatisfy(id -> assertThat(id)
                .isGreaterThanOrEqualTo(EntryId.floor(MORNING))
                .isLessThan(EntryId.floor(MORNING.plusMillis(1))));
    }
}
