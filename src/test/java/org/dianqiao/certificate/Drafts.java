package org.dianqiao.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.certificate.Draft.Basis;
import org.dianqiao.certificate.Draft.Fact;
import org.dianqiao.certificate.Draft.Result;
import org.jspecify.annotations.Nullable;

/** What certificates of the Zhengzhou plot say. */
final class Drafts {

    static final Instant AT = Instant.parse("2026-11-03T02:15:30.123456Z");
    static final String CASE = "C410105-261103-000042";

    private static final List<Fact> WORKS = List.of(
            new Fact("用电类别", "低压非居民"),
            new Fact("电压、容量", "0.38 千伏，160 千瓦"),
            new Fact("线路", "电缆 186 米，架空 0 米"),
            new Fact("挖掘城市道路", "26 米"),
            new Fact("占用绿地", "12 平方米"));

    private Drafts() {}

    static Draft filing() {
        return draft(Kind.FILING, List.of(), List.of("施工前 2 个工作日告知道路和绿地的管理单位。", "完工后 3 个月内报送竣工资料。"), null);
    }

    static Draft commitment() {
        List<String> promised = List.of(
                "已查明施工范围内的地下管线，并按保护方案施工；",
                "按承诺的范围和时间占用、挖掘城市道路，并按标准恢复；",
                "临时占用绿地期满后七日内恢复原状；",
                "影响交通的路段按交通疏导方案设置标志并派人值守；",
                "接受有关部门事中事后监管，承诺不实的，依法承担责任。");
        return draft(Kind.COMMITMENT, List.of(), promised, null);
    }

    static Draft summary() {
        List<Result> results = List.of(
                result("郑州市自然资源和规划局", "建设工程规划许可", "准予", "郑规许〔2026〕118号"),
                result("郑州市城市管理局", "占用、挖掘城市道路审批", "准予", "郑城管许〔2026〕1042号"),
                result("郑州市园林局", "临时占用城市绿地审批", "准予", "郑园许〔2026〕77号"),
                new Result("郑州市公安局交通警察支队", "占道施工交通安全意见", "同意", null, null, LocalDate.of(2026, 11, 2), false));
        return draft(Kind.SUMMARY, results, List.of("按准予的范围、时间施工，并悬挂本件。"), null);
    }

    static Draft superseding(String identifier) {
        return draft(Kind.SUMMARY, summary().results(), summary().duties(), identifier);
    }

    /** As if no department had signed its answer. */
    static Draft attested(Draft draft) {
        List<Result> results = draft.results().stream()
                .map(result -> new Result(
                        result.department(),
                        result.item(),
                        result.outcome(),
                        result.document(),
                        result.licence(),
                        result.on(),
                        true))
                .toList();
        return new Draft(
                draft.kind(),
                draft.caseNo(),
                draft.filingNo(),
                draft.region(),
                draft.applicant(),
                draft.site(),
                draft.works(),
                draft.path(),
                draft.basis(),
                results,
                draft.duties(),
                draft.start(),
                draft.supersedes(),
                draft.at());
    }

    /** Everything as long as it may be, and names in rare characters. */
    static Draft enormous() {
        List<Result> results = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> result(
                        "第" + i + "个名称很长很长的人民政府行政审批服务和政务信息管理局",
                        "名称同样很长的事项，在城市道路范围内增设管线并临时占用人行道、绿地以及公路用地的审批",
                        "附条件准予（整改后复核）",
                        "豫政服审批〔2026〕第" + "1234567890".repeat(3) + "号"))
                .toList();
        return new Draft(
                Kind.SUMMARY,
                CASE,
                "F410105-261103-000042",
                "河南省郑州市金水区",
                "河南" + "中原".repeat(60) + "𠮷昇䶮置业有限公司 <Zhongyuan & \"Sons\">",
                "郑州市金水区花园路" + "与农业路交叉口东北角".repeat(49),
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> new Fact("第 " + i + " 段线路", "沿" + "花园路".repeat(i) + "敷设"))
                        .toList(),
                "并联审批",
                basis(),
                results,
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> "第 " + i + " 项义务：" + "按准予的范围和时间施工。".repeat(i))
                        .toList(),
                "自 2026 年 11 月 9 日起可以开工。",
                null,
                AT);
    }

    private static Draft draft(Kind kind, List<Result> results, List<String> duties, @Nullable String supersedes) {
        return new Draft(
                kind,
                CASE,
                "F410105-261103-000042",
                "郑州市金水区",
                "河南中原置业有限公司",
                "郑州市金水区花园路 88 号（项目代码 2609-410105-04-01-123459）",
                WORKS,
                switch (kind) {
                    case FILING -> "备案";
                    case COMMITMENT -> "告知承诺";
                    case SUMMARY -> "并联审批";
                },
                basis(),
                results,
                duties,
                kind == Kind.COMMITMENT ? null : "自 2026 年 11 月 9 日起可以开工。",
                supersedes,
                AT);
    }

    private static Basis basis() {
        return new Basis("HEN19-P3", "《关于印发河南省优化用电营商环境若干措施的通知》（豫发改运行〔2019〕512号）", "第三条第（二）项");
    }

    private static Result result(String department, String item, String outcome, String document) {
        String licence = "1.2.156.3005.2.11410100MB1T000175011.11410100MB1T000175.2026110200117.001.6";
        return new Result(department, item, outcome, document, licence, LocalDate.of(2026, 11, 2), false);
    }
}
