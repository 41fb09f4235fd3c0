package org.dianqiao.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Permit;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Wording;
import org.junit.jupiter.api.Test;

class GuideIsPublicTest extends AtTheGuide {

    private static final LocalDate TODAY = WorkingDays.dayOf(CLOCK.instant());

    @Test
    void listsThePacksWithoutALogin() {
        Reader.Page page = reader.open("/guide");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("河南省", "410000", "山东省", "黄山市", "全国", "查询适用规定");
        assertThat(reader.cookies()).doesNotContain("JSESSIONID");
    }

    @Test
    void showsEveryPathOfEveryPackWithItsWordsConditionsAndClause() {
        Policies policies = policies();
        for (String id : policies.ids()) {
            String page = reader.open("/guide/" + id).text();
            Book book = policies.book(id, TODAY).orElseThrow();
            for (Rule<Permit> rule : book.rules(Permit.class)) {
                if (rule.effective().covers(TODAY)) {
                    assertThat(page)
                            .contains(
                                    rule.id(), rule.says().zh(), rule.citation().clause());
                    assertThat(page)
                            .contains(rule.when().words().stream()
                                    .map(Wording::zh)
                                    .toList());
                    rule.outcome().tasks().forEach(task -> assertThat(page)
                            .contains(task.item().zh()));
                }
            }
        }
    }

    @Test
    void showsThePathsInTheOrderInWhichTheyAreAsked() {
        String page = reader.open("/guide/shandong").text();

        assertThat(List.of("SDG-P2", "SDG-P1", "SDG-P3", "SDG-P5", "NAT-P1", "SDG-P8"))
                .isSortedAccordingTo((one, other) -> Integer.compare(page.indexOf(one), page.indexOf(other)));
    }

    @Test
    void namesBothHotlinesTogetherOnEveryGuide() {
        for (String id : policies().ids()) {
            assertThat(reader.open("/guide/" + id).text()).containsPattern("12398\\S+ 95598");
        }
    }

    @Test
    void saysThatNothingElseMayBeAskedForAndWhichFeesMayNotBeCharged() {
        assertThat(reader.open("/guide/henan").text()).contains("承诺书", "以上之外的材料一律不得要求。", "不得收取的费用", "不合理费用");
        assertThat(reader.open("/guide/jilin-local-power").text()).contains("移表", "保护定值整定计算");
    }

    @Test
    void showsBothClocksAndWhoIsToldWhenTimeRunsOut() {
        String page = reader.open("/guide/shandong").text();

        assertThat(page).contains("电网环节时间", "全过程时间", "合计 18 个工作日", "用去期限的 120%", "且超时满 1 个工作日");
    }

    @Test
    void saysWhatHasLapsedAndOnlyOnceItHas() {
        assertThat(reader.open("/guide/national?on=2025-09-25").text()).contains("依据已于 2025-09-24 期满，默认沿用");
        assertThat(reader.open("/guide/national?on=2025-09-24").text()).doesNotContain("默认沿用");
    }

    @Test
    void showsWhatHeldOnAnotherDay() {
        assertThat(reader.open("/guide/national?on=2021-06-30").text())
                .contains("压减至25个工作日以内")
                .doesNotContain("压减至15个工作日以内");
        assertThat(reader.open("/guide/huangshan?on=2020-01-01").status()).isEqualTo(404);
        assertThat(reader.open("/guide/huangshan?on=someday").status()).isEqualTo(400);
        assertThat(reader.open("/guide/nowhere").status()).isEqualTo(404);
    }

    @Test
    void speaksEnglishWhenAskedTo() {
        reader.open("/language?to=en");

        assertThat(reader.open("/guide/henan").text())
                .contains("Henan: Guide to getting electricity", "Paths of the permit", "voltage at most 1 kV")
                .contains("12398 energy supervision hotline", "exempt", "5 working days");
    }

    @Test
    void aChangedLimitChangesThePageTheDecisionAndTheDeadlineTogether() {
        String works = "&customerClass=lv-nonresident&voltageKv=0.38&crossings=none&on=2026-09-30";
        assertThat(reader.open("/guide/national").text()).contains("并联审批 5 个工作日");
        assertThat(reader.open("/guide/what-applies?region=110000" + works).answer())
                .contains("并联审批 5 个工作日", "2026-10-13");

        put("national.yaml", text("national.yaml").replaceFirst("limit: 5 WD", "limit: 4 WD"));

        assertThat(reader.open("/guide/national").text()).contains("并联审批 4 个工作日");
        assertThat(reader.open("/guide/what-applies?region=110000" + works).answer())
                .contains("并联审批 4 个工作日", "2026-10-12");
    }

    @Test
    void showsNothingOfTheConsoleToWhoIsNotSignedIn() {
        assertThat(reader.open("/guide").html()).doesNotContain("href=\"/deliveries\"", "/policies", "/logout");
        assertThat(reader.open("/policies").location()).endsWith("/login");
        assertThat(reader.open("/policies/henan").location()).endsWith("/login");
        assertThat(reader.open("/policies/henan/changes").location()).endsWith("/login");
    }
}
