package org.dianqiao.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.doctor.Finding.About;
import org.junit.jupiter.api.Test;

/** What others answer is part of a sentence on somebody's terminal. */
class FindingTest {

    @Test
    void saysNothingThatATerminalWouldObey() {
        String line = Finding.bad(About.PORT, "没有应答（\u001b]0;pwned\u0007\u001b[2J\r\u202e甲）", "none: \u0000\u2028ok")
                .line();
        assertThat(line).isEqualTo("BAD   端口 port: 没有应答（�]0;pwned��[2J��甲） / none: ��ok");
    }

    @Test
    void isASentenceHoweverMuchTheySay() {
        assertThat(Finding.bad(About.PORT, "甲".repeat(300_000), "a".repeat(300_000))
                        .line())
                .hasSizeLessThan(1_300);
    }
}
