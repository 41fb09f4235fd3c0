package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.certificate.PrintedText.squeezed;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDF of a certificate, read as a stranger's reader does. */
class PrintedTest {

    private static final double INNER_FRAME = 11.6;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysEverythingThatItsDraftSays(Kind kind) throws Exception {
        Draft draft = draft(kind);

        String text = text(Press.print(draft).pdf());

        assertThat(text)
                .contains(kind.title(), Press.NUMBER, draft.filingNo(), draft.caseNo(), draft.region())
                .contains(
                        draft.applicant(),
                        draft.path(),
                        draft.basis().rule(),
                        draft.basis().clause())
                .contains("郑州市政务服务和大数据管理局", "2026年11月3日10:15");
        draft.works().forEach(fact -> assertThat(text).contains(fact.label() + "：" + squeezed(fact.value())));
        draft.results().forEach(result -> assertThat(text).contains(result.department(), result.item()));
        draft.duties().forEach(duty -> assertThat(text).contains(squeezed(duty)));
    }

    /** What is printed to try the press. */
    @Test
    void saysNothingOfNothing() throws Exception {
        assertThat(text(Press.print(Draft.ofNothing(Drafts.AT)).pdf())).contains(Kind.SUMMARY.title());
    }

    @Test
    void namesTheCertificateWhosePlaceItTakes() throws Exception {
        assertThat(text(Press.print(Drafts.superseding(Press.NUMBER)).pdf())).contains("本件取代" + Press.NUMBER);
    }

    @Test
    void marksTheAnswersThatNoDepartmentSigned() throws Exception {
        String text = text(Press.print(Drafts.attested(Drafts.summary())).pdf());

        assertThat(text.split("网关代签", -1)).as("four answers, and what it means").hasSize(4 + 1 + 1);
        assertThat(text).containsOnlyOnce("由网关核实来者后记下并签名");
    }

    @Test
    void marksNoneOfThoseThatTheySigned() throws Exception {
        assertThat(text(Press.print(Drafts.summary()).pdf())).doesNotContain("代签", "由网关");
    }

    @Test
    void goesOnOnFurtherPagesHoweverMuchThereIsToSay() throws Exception {
        Draft draft = Drafts.enormous();

        String text = text(Press.print(draft).pdf());

        assertThat(text).contains("第9页共9页", squeezed(draft.applicant()));
        draft.results().forEach(result -> assertThat(text)
                .contains(result.department(), String.valueOf(result.document()), String.valueOf(result.licence())));
        draft.duties().forEach(duty -> assertThat(text).contains(squeezed(duty)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void printsNothingOutsideTheFrameOrOverTheFoot(boolean attested) {
        Sheet sheet = Composition.of(
                attested ? Drafts.attested(Drafts.enormous()) : Drafts.enormous(),
                Press.NUMBER,
                "局".repeat(40),
                "https://dianqiao.example/" + "9".repeat(300),
                face());

        for (List<Mark> page : sheet.pages()) {
            for (Mark.Text text : texts(page)) {
                double end = text.x() + face().width(text.text(), text.size());
                assertThat(text.x()).as(text.text()).isGreaterThan(INNER_FRAME);
                assertThat(end).as(text.text()).isLessThan(Sheet.WIDTH - INNER_FRAME);
                assertThat(text.y()).as(text.text()).isBetween(INNER_FRAME, Sheet.HEIGHT - INNER_FRAME);
            }
            assertThat(baseLines(page)).as("lines one upon the other").doesNotHaveDuplicates();
        }
    }

    @Test
    void embedsWhatItShowsOfTheTypefaceAndNoMore() throws Exception {
        byte[] pdf = Press.print(Drafts.summary()).pdf();

        assertThat(pdf.length).isLessThan(120_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFont font = document.getPage(0).getResources().getFont(COSName.getPDFName("F"));
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+LXGWWenKai-Regular");
        }
    }

    @Test
    void showsRareCharactersOfNamesAndMarksThoseThatNobodyHas() throws Exception {
        assertThat(text(Press.print(Drafts.enormous()).pdf())).contains("𠮷昇䶮置业");
        assertThat(face().printable("王\uE000\t\u0000强\u200B")).isEqualTo("王〓 强");
    }

    @Test
    void isTheSameToTheLastByteWhenItIsPrintedAgain() {
        assertThat(Press.print(Drafts.summary()).pdf())
                .isEqualTo(Press.print(Drafts.summary()).pdf());
    }

    @Test
    void saysWhatItIsAndNothingOfTheProgramThatMadeIt() throws Exception {
        try (PDDocument document = Loader.loadPDF(Press.print(Drafts.filing()).pdf())) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("电力接入工程备案证明 " + Press.NUMBER);
            assertThat(information.getAuthor()).isEqualTo("郑州市政务服务和大数据管理局");
            assertThat(information.getProducer()).isNull();
            assertThat(information.getCreator()).isNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void leadsATelephoneToThePageThatVerifiesIt() throws Exception {
        try (PDDocument document = Loader.loadPDF(Press.print(Drafts.filing()).pdf())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(source)))
                            .getText())
                    .isEqualTo(Press.VERIFY);
        }
    }

    private static Draft draft(Kind kind) {
        return switch (kind) {
            case FILING -> Drafts.filing();
            case COMMITMENT -> Drafts.commitment();
            case SUMMARY -> Drafts.summary();
        };
    }

    private static Typeface face() {
        return Typeface.kept();
    }

    private static List<Mark.Text> texts(List<Mark> page) {
        List<Mark.Text> texts = new ArrayList<>();
        page.forEach(mark -> {
            if (mark instanceof Mark.Text text) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** Where texts begin: two at the same place would be unreadable. */
    private static List<String> baseLines(List<Mark> page) {
        return texts(page).stream()
                .filter(text -> !text.text().isEmpty())
                .map(text -> "%.1f %.1f".formatted(text.x(), text.y()))
                .toList();
    }

    /** As if it were one page. */
    private static String text(byte[] pdf) {
        return PrintedText.of(pdf).replaceAll("第\\d+页共\\d+页[^（]*（续）" + Press.NUMBER, "");
    }
}
