package org.dianqiao.codes;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEncodingTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final XmlForm ORDER = new XmlForm("ORDER", Set.of(), UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "gb2312", "GB18030"})
    void readsTheEncodingThatIsDeclared(String name) {
        byte[] xml = ("<?xml version='1.0' encoding='" + name + "'?><ORDER>河南中原置业有限公司 镕</ORDER>").getBytes(GBK);
        assertThat(ORDER.read(xml)).isEqualTo(TextNode.valueOf("河南中原置业有限公司 镕"));
    }

    @Test
    void readsUtf8WithAByteOrderMark() {
        assertThat(ORDER.read("\uFEFF<?xml version='1.0' encoding='utf-8'?><ORDER>河</ORDER>".getBytes(UTF_8)))
                .isEqualTo(TextNode.valueOf("河"));
    }

    @Test
    void doesNotAskATextForItsEncoding() {
        assertThat(ORDER.read("<?xml version='1.0' encoding='GBK'?><ORDER>河南</ORDER>"))
                .isEqualTo(TextNode.valueOf("河南"));
    }

    @Test
    void refusesGbkThatIsToldToBeUtf8() {
        assertThat(fault("<?xml version='1.0' encoding='UTF-8'?><ORDER>河南</ORDER>".getBytes(GBK)))
                .isEqualTo("UTF-8 is expected, and it looks like GBK");
        assertThat(fault("<ORDER>河南</ORDER>".getBytes(GBK))).isEqualTo("UTF-8 is expected, and it looks like GBK");
    }

    @Test
    void refusesUtf8ThatIsToldToBeGbk() {
        assertThat(fault("<?xml version='1.0' encoding='GBK'?><ORDER>河南</ORDER>".getBytes(UTF_8)))
                .isEqualTo("it declares GBK and is UTF-8");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(fault("<ORDER/>".getBytes(UTF_16))).isEqualTo("UTF-16 is not taken");
        assertThat(fault("<?xml version='1.0' encoding='UTF-7'?><ORDER/>".getBytes(UTF_8)))
                .isEqualTo("the encoding UTF-7 is not taken");
        assertThat(fault(new byte[] {'<', (byte) 0xff, (byte) 0xff})).isEqualTo("it is not UTF-8");
    }

    @Test
    void writesInTheEncodingOfItsForm() {
        XmlForm form = new XmlForm("ORDER", Set.of(), GBK);
        assertThat(form.bytes(TextNode.valueOf("河南")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<ORDER>河南</ORDER>".getBytes(GBK));
        assertThat(catchThrowableOfType(MappingFault.class, () -> form.bytes(TextNode.valueOf("𠮷")))
                        .en())
                .isEqualTo("it has a character that GBK lacks");
    }

    private static String fault(byte[] xml) {
        return catchThrowableOfType(MappingFault.class, () -> ORDER.read(xml)).en();
    }
}
