package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GarbledTest {

    private static final Charset GBK = Charset.forName("GBK");

    @ParameterizedTest
    @ValueSource(
            strings = {"中原·许昌科创园", "许昌市建安区永宁街 17 号", "河南中原置业有限公司（二期）", "𠮷野家商铺，面积 120±2 平方米", "91410100MA7K3D2F5N", ""})
    void trueTextIsNot(String text) {
        assertThat(Garbled.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"中原科创园地块", "许昌市建安区永宁街十七号", "河南中原置业有限公司"})
    void textThatWasWrittenInOneEncodingAndReadInAnotherIs(String text) {
        assertThat(Garbled.is(new String(text.getBytes(GBK), StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(Garbled.is(new String(text.getBytes(GBK), StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Garbled.is(new String(text.getBytes(StandardCharsets.UTF_8), GBK)))
                .isTrue();
    }
}
