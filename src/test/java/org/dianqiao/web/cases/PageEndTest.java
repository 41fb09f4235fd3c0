package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageEndTest {

    @Test
    void isReadAsItWasWritten() {
        PageEnd due = new PageEnd(3, Instant.parse("2026-11-27T16:00:00.123456Z"), "P410105-261121-000001");
        PageEnd without = new PageEnd(0, null, "S410105-261121-000002");

        assertThat(PageEnd.of(due.written())).contains(due);
        assertThat(PageEnd.of(without.written())).contains(without);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"3", "5~-~P", "x~-~P", "3~yesterday~P", "3~-", "3~-~P~Q", "~~"})
    void isNowhereWhereSomebodyHasChangedIt(String written) {
        assertThat(PageEnd.of(written)).isEmpty();
    }
}
