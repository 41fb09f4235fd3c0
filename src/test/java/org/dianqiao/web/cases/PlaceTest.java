package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void isReadAsItWasWritten() {
        Place due = new Place(3, Instant.parse("2026-11-27T16:00:00.123456Z"), "P410105-261121-000001");
        Place without = new Place(0, null, "S410105-261121-000002");

        assertThat(Place.of(due.written())).contains(due);
        assertThat(Place.of(without.written())).contains(without);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"3", "5~-~P", "x~-~P", "3~yesterday~P", "3~-", "3~-~P~Q", "~~"})
    void isNowhereWhereSomebodyHasChangedIt(String written) {
        assertThat(Place.of(written)).isEmpty();
    }
}
