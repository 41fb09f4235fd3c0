package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempersTest {

    @Test
    void areGivenByDepartment() {
        assertThat(Tempers.of(List.of("greening.zhengzhou=supplements", " traffic-police.jinan=rejects")))
                .containsEntry("greening.zhengzhou", Temper.SUPPLEMENTS)
                .containsEntry("traffic-police.jinan", Temper.REJECTS)
                .hasSize(2);
    }

    @Test
    void areFoundByTheirWords() {
        assertThat(Temper.all())
                .allSatisfy(temper -> assertThat(Temper.of(temper.word())).isSameAs(temper));
    }

    @Test
    void mayWaitAsLongAsTheySay() {
        assertThat(Temper.of("late").moves().get(0).silence()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Temper.of("late:30").moves().get(0).silence()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Temper.of("revokes:5").moves().get(4).silence()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "greening.kaifeng=late, no department `greening.kaifeng`",
        "grid.henan=late, no department `grid.henan`",
        "greening.zhengzhou=lazy, no department is `lazy`; they are prompt",
        "greening.zhengzhou=, no department is ``",
        "greening.zhengzhou=prompt:5, only late and revokes take seconds",
        "greening.zhengzhou=late:soon, no department is `late:soon`",
        "greening.zhengzhou, is not like greening.zhengzhou=supplements",
    })
    void areToldApartFromMistakes(String word, String sentence) {
        assertThatThrownBy(() -> Tempers.of(List.of(word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void areOneForEachDepartment() {
        assertThatThrownBy(() -> Tempers.of(List.of("greening.jinan=late", "greening.jinan=special")))
                .hasMessage("greening.jinan is given two tempers");
    }

    @ParameterizedTest
    @CsvSource({
        "--department greening.zhengzhou=lazy, --department: no department is `lazy`",
        "--port water.jinan=9211, --port is not like planning.zhengzhou=9211: water.jinan=9211",
        "--port planning.jinan=99211, --port is not a port: 99211",
    })
    void endTheCommandWithASentenceWhereTheyAreWrong(String line, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SandboxCommand.run(line.split(" "), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence, "usage: sandbox");
    }
}
