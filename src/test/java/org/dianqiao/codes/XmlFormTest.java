package org.dianqiao.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XmlForm ORDER = new XmlForm("ORDER", Set.of("data/file", "data/list/row"), UTF_8);

    @Test
    void takesNothingForANumber() {
        assertThat(read("<ORDER><data><custType>03</custType><preAppNo>01261102093000410105000007</preAppNo>"
                        + "<x>1e5</x><y/></data></ORDER>"))
                .isEqualTo(json("{'data':{'custType':'03','preAppNo':'01261102093000410105000007','x':'1e5','y':''}}"));
    }

    @Test
    void makesAListOfWhatItsFormCallsOneEvenOfASingleElement() {
        assertThat(read("<ORDER><data><file>a</file><list><row>1</row><row>2</row></list></data></ORDER>"))
                .isEqualTo(json("{'data':{'file':['a'],'list':{'row':['1','2']}}}"));
    }

    @Test
    void doesNotLookAtNamespacesAndKeepsAttributes() {
        assertThat(read("<o:ORDER xmlns:o='urn:o' xmlns='urn:p' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
                        + "<o:data xsi:type='x' id='01'>甲</o:data><file unit='kW'/></o:ORDER>"))
                .isEqualTo(json("{'data':{'@id':'01','#text':'甲'},'file':{'@unit':'kW','#text':''}}"));
    }

    @Test
    void readsTextAsItStands() {
        assertThat(read("<ORDER><!-- a --><data>&lt;王 &amp; 李&gt; <![CDATA[<!DOCTYPE x>"
                        + " &x;]]>&#x6cb3;</data><?p q?></ORDER>"))
                .isEqualTo(json("{'data':'<王 & 李> <!DOCTYPE x> &x;河'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<order/> | line 1: its root must be ORDER",
                "<ORDER><a/><a/></ORDER> | line 1: an element stands there twice that may be there once",
                "<ORDER>河<a/></ORDER> | line 1: text stands between elements",
                "<ORDER><a></ORDER> | it is not well-formed XML in line 1",
                "<ORDER/><ORDER/> | it is not well-formed XML in line 1",
                "<ORDER>&#xD800;</ORDER> | it is not well-formed XML in line 1",
                "<ORDER>&nbsp;</ORDER> | it is not well-formed XML in line 1",
                "'' | it is not well-formed XML in line 1",
                "<?xml version='1.1'?><ORDER/> | line 1: XML 1.1 is not taken",
                "<!DOCTYPE ORDER><ORDER/> | line 1: a DOCTYPE or an entity is not taken"
            })
    void saysWhatIsWrongAndWhere(String xml, String reason) {
        assertThat(fault(xml)).isEqualTo(reason);
    }

    @Test
    void escapesWhatAReaderWouldChange() {
        JsonNode content = json("{'data':{'@id':'01','file':['a','<&\\\"\\r\\n\\t>'],'n':10.50,'none':null,'x':{}}}");
        assertThat(ORDER.text(content))
                .isEqualTo("<ORDER><data id=\"01\"><file>a</file><file>&lt;&amp;&quot;&#13;\n\t&gt;</file>"
                        + "<n>10.5</n><x></x></data></ORDER>");
    }

    @Test
    void doesNotWriteWhatNobodyCouldRead() {
        assertThat(catchThrowableOfType(MappingFault.class, () -> ORDER.text(json("'\\u0001'")))
                        .en())
                .isEqualTo("it has a character that XML does not allow");
        assertThatIllegalStateException().isThrownBy(() -> ORDER.text(json("{'a b':'x'}")));
        assertThatIllegalStateException().isThrownBy(() -> ORDER.text(json("{'a><b':'x'}")));
        assertThatIllegalStateException().isThrownBy(() -> ORDER.text(json("{'file':[['x']]}")));
    }

    @Property(tries = 200)
    void readsAnyTextThatItWrote(
            @ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '\uD7FF') String text,
            @ForAll @UniqueElements Set<@StringLength(max = 3) @CharRange(from = 'a', to = 'z') String> names) {
        var content = JSON.createObjectNode().put("@id", text).put("#text", text);
        var around = JSON.createObjectNode();
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> around.set(name, content));
        around.put("plain", text);
        assertThat(ORDER.read(ORDER.bytes(around))).isEqualTo(around);
    }

    private static JsonNode read(String xml) {
        return ORDER.read(xml.getBytes(UTF_8));
    }

    private static String fault(String xml) {
        return fault(xml.getBytes(UTF_8));
    }

    private static String fault(byte[] xml) {
        return catchThrowableOfType(MappingFault.class, () -> ORDER.read(xml)).en();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
