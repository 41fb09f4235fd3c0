package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The OFD of a certificate and its seal, looked at by two who do not know each other. */
class SealedTest {

    private static final byte[] OFD = Press.print(Drafts.summary()).ofd();

    @TempDir
    Path folder;

    @Test
    void convincesBouncyCastle() throws Exception {
        SealedOfd ofd = new SealedOfd(OFD);

        assertThat(ofd.referencesHold()).isTrue();
        assertThat(ofd.signatureHolds()).isTrue();
        assertThat(ofd.sealHolds()).isTrue();
    }

    @Test
    void convincesOfdrw() throws Exception {
        for (Draft draft :
                List.of(Drafts.filing(), Drafts.commitment(), Drafts.attested(Drafts.summary()), Drafts.enormous())) {
            assertThat(Ofdrw.fault(Press.print(draft).ofd(), folder)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFD.xml",
                "Doc_0/Document.xml",
                "Doc_0/PublicRes.xml",
                "Doc_0/Pages/Page_0/Content.xml",
                "Doc_0/Pages/Page_1/Content.xml",
                "Doc_0/Res/font.ttf",
                "Doc_0/Signs/Signatures.xml",
                "Doc_0/Signs/Sign_0/Seal.esl"
            })
    void isBrokenByOneChangedByteOfAnyFile(String name) throws Exception {
        SealedOfd ofd = changed(name, -4);

        assertThat(ofd.referencesHold()).isFalse();
        assertThat(Ofdrw.fault(ofd.zipped(), folder)).isPresent();
    }

    @Test
    void isBrokenWhereWhatWasSignedIsChanged() throws Exception {
        SealedOfd ofd = changed("Doc_0/Signs/Sign_0/Signature.xml", -4);

        assertThat(ofd.signatureHolds()).isFalse();
        assertThat(Ofdrw.fault(ofd.zipped(), folder)).isPresent();
    }

    @Test
    void isBrokenByAnotherSignature() throws Exception {
        SealedOfd ofd = changed("Doc_0/Signs/Sign_0/SignedValue.dat", -4);

        assertThat(ofd.signatureHolds()).isFalse();
        assertThat(Ofdrw.fault(ofd.zipped(), folder)).isPresent();
    }

    @Test
    void isBrokenByAFurtherFile() throws Exception {
        SealedOfd ofd = new SealedOfd(OFD);
        ofd.entries.put("Doc_0/Pages/Page_9/Content.xml", new byte[] {1});

        assertThat(ofd.referencesHold()).isFalse();
    }

    @Test
    void marksTheAnswersThatNoDepartmentSigned() throws Exception {
        assertThat(texts(Press.print(Drafts.attested(Drafts.summary())).ofd()))
                .contains("网关代签", "注明“网关代签”的，部门的答复没有自己的签名，由网关核实来者后记下并签名。");
        assertThat(texts(OFD)).noneMatch(text -> text.contains("代签"));
    }

    private static List<String> texts(byte[] file) throws Exception {
        SealedOfd ofd = new SealedOfd(file);
        List<String> texts = new ArrayList<>();
        for (String name : ofd.entries.keySet()) {
            if (name.endsWith("/Content.xml")) {
                var codes = ofd.xml(name).getElementsByTagNameNS("*", "TextCode");
                IntStream.range(0, codes.getLength())
                        .forEach(i -> texts.add(codes.item(i).getTextContent()));
            }
        }
        return texts;
    }

    @Test
    void showsTheSealOnTheLastPage() throws Exception {
        SealedOfd ofd = new SealedOfd(OFD);
        var pages = ofd.xml("Doc_0/Document.xml").getElementsByTagNameNS("*", "Page");
        var stamp = (Element) ofd.xml("Doc_0/Signs/Sign_0/Signature.xml")
                .getElementsByTagNameNS("*", "StampAnnot")
                .item(0);

        assertThat(pages.getLength()).isEqualTo(2);
        assertThat(stamp.getAttribute("PageRef")).isEqualTo(((Element) pages.item(1)).getAttribute("ID"));
        assertThat(stamp.getAttribute("Boundary")).endsWith(" 42 42");
    }

    @Test
    void givesEachObjectAnIdOfItsOwn() throws Exception {
        SealedOfd ofd = new SealedOfd(Press.print(Drafts.enormous()).ofd());
        List<String> ids = ofd.entries.keySet().stream()
                .filter(name -> name.startsWith("Doc_0/Pages/") || name.equals("Doc_0/Document.xml"))
                .flatMap(name -> Pattern.compile("\\bID=\"(\\d+)\"")
                        .matcher(new String(ofd.entries.get(name), StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1)))
                .toList();

        assertThat(ids).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    private static SealedOfd changed(String name, int fromTheEnd) throws Exception {
        SealedOfd ofd = new SealedOfd(OFD);
        byte[] bytes = ofd.entries.get(name).clone();
        bytes[bytes.length + fromTheEnd] ^= 1;
        ofd.entries.put(name, bytes);
        return ofd;
    }
}
