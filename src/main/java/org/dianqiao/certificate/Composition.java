package org.dianqiao.certificate;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianqiao.certificate.Draft.Result;
import org.jspecify.annotations.Nullable;

/** What a certificate says, and in which order: the works, the rule, the results, the duties, and who says so. */
final class Composition {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final double TITLE = 8.6;
    private static final double NUMBER = 3.1;
    private static final double BODY = 4.2;
    private static final double LEADING = 7;
    private static final String ATTESTED = "网关代签";
    private static final String LEGEND = "注明“" + ATTESTED + "”的，部门的答复没有自己的签名，由网关核实来者后记下并签名。";

    private final Draft draft;
    private final String identifier;
    private final Pages pages;

    private Composition(Draft draft, String identifier, Typeface typeface) {
        this.draft = draft;
        this.identifier = identifier;
        this.pages = new Pages(typeface, draft.kind().title() + "（续）", identifier);
    }

    static Sheet of(Draft draft, String identifier, String issuer, String verify, Typeface typeface) {
        Composition composition = new Composition(draft, identifier, typeface);
        composition.head();
        composition.facts();
        composition.results();
        composition.duties();
        Sheet.Spot seal = Foot.put(composition.pages, issuer, draft.at(), verify);
        Meta meta = new Meta(draft.kind().title(), identifier, issuer, draft.at());
        return new Sheet(meta, composition.pages.finished(), seal);
    }

    private void head() {
        pages.down(4);
        pages.centred(draft.kind().title(), pages.y(), TITLE, Ink.RED);
        pages.down(8.5);
        pages.centred("证照标识　" + identifier, pages.y(), NUMBER, Ink.GREY);
        pages.down(9);
        for (String line :
                Lines.of(draft.kind().statement(), pages.typeface(), BODY, Pages.RIGHT - Pages.LEFT - 2 * BODY)) {
            pages.put(new Mark.Text(line, Pages.LEFT + 2 * BODY, pages.y(), BODY, Ink.BLACK));
            pages.down(LEADING);
        }
        pages.down(-2);
    }

    private void facts() {
        Grid numbers = Grid.of(pages, 26, 57, 26, 57);
        numbers.labelled("申报编号", draft.filingNo(), "案件编号", draft.caseNo());
        numbers.labelled("行政区划", draft.region(), "签发时间", MOMENT.format(draft.at()));
        Grid facts = labels();
        facts.labelled("申请人", draft.applicant());
        facts.labelled("工程地点", draft.site());
        facts.labelled(
                "工程内容",
                draft.works().stream()
                        .map(fact -> fact.label() + "：" + fact.value())
                        .toList());
        facts.labelled("审批路径", draft.path() + "（规则 " + draft.basis().rule() + "）");
        facts.labelled("依据", List.of(draft.basis().document(), draft.basis().clause()));
        optional(facts, "开工", draft.start());
        optional(facts, "取代", draft.supersedes() == null ? null : "本件取代 " + draft.supersedes() + "，原件自本件签发时起失效。");
    }

    private static void optional(Grid facts, String label, @Nullable String text) {
        if (text != null) {
            facts.labelled(label, text);
        }
    }

    private void results() {
        if (draft.results().isEmpty()) {
            return;
        }
        pages.down(3);
        Grid grid = Grid.of(pages, 13, 46, 48, 33, 26);
        grid.heading("序号", "部门", "事项", "结果", "日期");
        for (int i = 0; i < draft.results().size(); i++) {
            result(grid, i + 1, draft.results().get(i));
        }
        if (draft.results().stream().anyMatch(Result::attested)) {
            small().labelled("注", LEGEND);
        }
        grid.end();
    }

    /** A line about the answer, and below it the numbers of its papers. */
    private void result(Grid grid, int number, Result result) {
        Grid below = small();
        List<String> papers = Stream.of(result.document(), result.licence())
                .flatMap(Stream::ofNullable)
                .toList();
        List<List<String>> answer = List.of(
                List.of(Integer.toString(number)),
                List.of(result.department()),
                List.of(result.item()),
                result.attested() ? List.of(result.outcome(), ATTESTED) : List.of(result.outcome()),
                List.of(DAY.format(result.on())));
        grid.above(papers.isEmpty() ? 0 : below.height(1, papers)).row(answer, List.of(0, 3, 4));
        if (!papers.isEmpty()) {
            below.labelled("文件", papers);
        }
    }

    /** Of what stands below a line of the table. */
    private Grid small() {
        return new Grid(pages, NUMBER, new double[] {13, 153});
    }

    private void duties() {
        if (draft.duties().isEmpty()) {
            return;
        }
        pages.down(draft.results().isEmpty() ? 0 : 3);
        labels().above(Foot.HEIGHT)
                .labelled(draft.kind() == Kind.COMMITMENT ? "承诺事项" : "应尽义务", numbered(draft.duties()));
    }

    private static List<String> numbered(List<String> sentences) {
        List<String> numbered = new ArrayList<>();
        IntStream.range(0, sentences.size())
                .forEach(i -> numbered.add(sentences.size() == 1 ? sentences.get(i) : i + 1 + ". " + sentences.get(i)));
        return numbered;
    }

    private Grid labels() {
        return Grid.of(pages, 26, 140);
    }
}
