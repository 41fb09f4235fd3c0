package org.dianqiao.sandbox.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    @Test
    void areReadFromTheirWords() {
        Faults faults = Faults.of(List.of("text-errors", "slow=2", "single-use=false"), ALL);
        assertThat(faults.on()).containsExactlyInAnyOrder(Fault.TEXT_ERRORS, Fault.SLOW);
        assertThat(faults.slowness()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void sayHowLateTheyAnswer() {
        assertThat(Faults.of(List.of("slow=2"), EnumSet.of(Fault.SLOW)).told())
                .containsExactly("slow：迟迟不答 answers late, after 2 seconds");
        assertThat(Faults.of(List.of("slow=1"), EnumSet.of(Fault.SLOW)).told().get(0))
                .endsWith("after 1 second");
        assertThat(Faults.of(List.of("slow"), EnumSet.of(Fault.SLOW)).told().get(0))
                .endsWith("after 5 seconds");
    }

    @Test
    void leaveLinksGoodForOneUseUnlessTheySayOtherwise() {
        assertThat(Faults.of(List.of(), ALL).on()).containsExactly(Fault.SINGLE_USE);
        assertThat(Faults.of(List.of(), EnumSet.of(Fault.GBK, Fault.SLOW)).on()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gkb, 'no fault of it is `gkb`; they are gbk, slow'",
        "huge, 'no fault of it is `huge`; they are gbk, slow'",
        "gbk=2, 'gbk cannot be `2`'",
        "slow=soon, 'slow cannot be `soon`'",
    })
    void areRefusedWhereTheyAreNotPossible(String word, String sentence) {
        assertThatThrownBy(() -> Faults.of(List.of(word), EnumSet.of(Fault.GBK, Fault.SLOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
