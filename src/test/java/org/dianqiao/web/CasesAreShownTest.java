package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.web.cases.Casebook;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The board of cases and one case, as people use them. */
class CasesAreShownTest extends WithBrowser {

    private final Casebook book =
            new Casebook(bean(Cases.class), bean(Deadlines.class), bean(TransactionTemplate.class));
    private final Casefile application = book.applied(CLOCK.instant());
    private final Casefile filing = book.filed(application.number(), CLOCK.instant());

    @Test
    void showsACaseTheMomentItIsOpenedWithWhatIsOwedNextByWhom() {
        enterAs("观察员");
        page.getByText("办件", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("类型").selectOption("reservation");
        assertThat(page).hasURL(gateway() + "/cases?kind=reservation");

        Casefile reservation = book.reserved(CLOCK.instant());
        Locator row = line(reservation);
        assertThat(row).containsText("派单");
        assertThat(row).containsText("国网河南省电力公司");
        assertThat(row).containsText("剩 20 分钟");
        assertThat(row).containsText("正常");
    }

    @Test
    void findsACaseByItsFilingAndKeepsThatInTheAddress() {
        enterAs("观察员");
        page.navigate("/cases");
        page.getByLabel("案件、申报或申请编号").fill(filing.number());
        assertThat(page).hasURL(gateway() + "/cases?number=" + filing.number());
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(line(filing)).containsText("橙色");
        assertThat(line(filing)).containsText("郑州市金水区");

        line(filing).getByRole(AriaRole.LINK).first().click();
        assertThat(heading()).containsText(filing.caseNo());
    }

    @Test
    void showsTheDepartmentsSideBySideAndWhereEachOfThemIs() {
        enterAs("观察员");
        page.navigate("/cases/" + filing.caseNo());

        assertThat(task("自然资源和规划部门")).containsText("办结（通过）");
        assertThat(task("自然资源和规划部门")).containsText("郑自然资许〔2026〕217 号");
        assertThat(task("园林绿化部门")).containsText("停钟，剩");
        assertThat(task("园林绿化部门")).containsText("须补正交通疏解方案、树木清单");
        assertThat(task("园林绿化部门").locator("[aria-current=step]")).containsText("接件");
        assertThat(task("市政道路部门")).containsText("橙色");
        assertThat(task("公安交管部门")).containsText("待接件");
        assertThat(page.locator("aside")).containsText("依据 豫发改电力〔2020〕80 号 三（二）");
    }

    @Test
    void tellsWhatHappenedNewestFirstWithTheClaimedTimeBesideOurs() {
        enterAs("观察员");
        page.navigate("/cases/" + filing.caseNo());

        Locator steps = page.locator(".track li");
        assertThat(steps.last()).containsText("国网河南省电力公司提交申报");
        Locator doubtful = steps.filter(new Locator.FilterOptions().setHasText("园林绿化部门：补正"));
        assertThat(doubtful).containsText("对方自称");
        assertThat(doubtful).containsText("与收到时间相差过大");
        assertThat(doubtful).containsText("须补正：交通疏解方案、树木清单");
        assertThat(doubtful.locator("time").first()).hasText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d$"));
        assertThat(doubtful.locator(".claimed time")).hasText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d$"));
        assertThat(steps.filter(new Locator.FilterOptions().setHasText("规划部门：办结")))
                .not()
                .containsText("相差过大");
    }

    @Test
    void showsAnApplicationWithItsClocksAndThePermitThatHangsOnIt() {
        enterAs("观察员");
        page.navigate("/cases/" + application.caseNo());
        Locator periods = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("时限"));
        assertThat(periods).containsText("全过程时间");
        assertThat(periods).containsText("电网环节时间");

        page.locator("aside").getByText(filing.caseNo()).click();
        assertThat(heading()).containsText(filing.caseNo());
        assertThat(page.locator("aside").getByText(application.caseNo())).isVisible();
    }

    @Test
    void showsWhatIsNewInAnOpenCaseByItself() {
        enterAs("观察员");
        page.navigate(at(application));
        Locator newest = page.locator(".track li").first();
        assertThat(newest).containsText("供电方案答复：开始");
        OpenCasesAreLiveTest.happens(application, "scheme-answered", "finished");
        assertThat(newest).containsText("供电方案答复：完成");

        Casefile reservation = book.reserved(CLOCK.instant());
        page.navigate(at(reservation));
        Locator period = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("时限"));
        assertThat(period).containsText(Pattern.compile("剩 (1\\d|20) 分钟"));
        OpenCasesAreLiveTest.passes(reservation, Duration.ofMinutes(11));
        assertThat(period).containsText(Pattern.compile("剩 \\d 分钟"));
    }

    @Test
    void hidesPersonalDataUntilSomebodyWhoMaySaysWhy() {
        enterAs("审计员");
        page.navigate("/cases/" + filing.caseNo());
        assertThat(page.getByText("李**")).isVisible();
        assertThat(page.content()).doesNotContain("李建国", Casebook.PERSON, "13812341234");

        page.getByText("查看未脱敏内容").click();
        page.getByLabel("查看理由").fill("核对施工单位");
        button("查看并记录").click();

        assertThat(page.getByText("李建国")).isVisible();
        assertThat(page.getByText(Casebook.PERSON)).isVisible();
        assertThat(database()
                        .sql("SELECT detail FROM audit WHERE who = 'auditor' AND what = 'looked' AND subject = ?")
                        .param(filing.caseNo())
                        .query(String.class)
                        .list())
                .containsExactly("核对施工单位");
    }

    @Test
    void showsAViewerNoWayToPersonalData() {
        enterAs("观察员");
        page.navigate("/cases/" + filing.caseNo());

        assertThat(page.getByText("李**")).isVisible();
        assertThat(page.getByText("查看未脱敏内容")).hasCount(0);
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");
        assertThat(viewer.post(at(filing) + "/look", "why=why").statusCode()).isEqualTo(403);
    }

    @Test
    void leadsFromWhatWasSaidToTheEntryThatProvesIt() {
        String entry = told(PROJECT);
        Casefile proven = book.proven(entry, CLOCK.instant());
        enterAs("观察员");
        page.navigate(at(proven));
        page.getByText("存证", new Page.GetByTextOptions().setExact(true)).last().click();

        assertThat(page).hasURL(gateway() + "/messages/" + entry);
    }

    @Test
    void pointsFromAFindingToTheEventThatShowsIt() {
        enterAs("观察员");
        page.navigate(at(filing));
        Locator findings = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("疑点"));
        assertThat(findings).containsText("事后报送");
        findings.getByText("第 6 项").click();

        assertThat(page.locator(".track li:target")).containsText("园林绿化部门：补正");
    }

    @Test
    void showsAClosedCaseAsClosedAndCountsIntoTheOpenOnesNone() {
        bean(Cases.class).save(filing.in("approved", false));
        enterAs("观察员");
        page.navigate("/cases?number=" + filing.caseNo().toLowerCase(Locale.ROOT));

        assertThat(line(filing).locator(".c-alarm")).hasText("已办结");
        assertThat(page.locator(".tally-value")).hasText(new String[] {"0", "0", "0", "0", "0"});
        assertThat(page.locator(".tallies")).hasAttribute("data-announce", "找到已办结 1 件，在办 0 件。");
    }

    @Test
    void showsThatWorkMayBeDoneWhileTheCaseWaitsForTheFinishedWorks() {
        bean(Cases.class).save(filing.in("approved", true));
        enterAs("观察员");
        page.navigate(at(filing));

        assertThat(heading().locator(".in-force")).hasText("已批准");
        assertThat(related()).not().containsText("已撤销");
    }

    @Test
    void saysOfARevokedCaseThatItsCertificateIsRevoked() {
        bean(Cases.class).save(filing.in("revoked", false));
        enterAs("观察员");
        page.navigate(at(filing));

        assertThat(heading().locator(".refused")).hasText("已撤销");
        assertThat(related()).containsText(Casebook.CERTIFICATE);
        assertThat(related()).containsText("已撤销，不再有效");
    }

    @Test
    void leadsWhoIsSignedInToWhatEverybodySees() {
        enterAs("观察员");
        for (String path : List.of("/progress", "/certificates")) {
            page.locator("nav a[href='" + path + "']").click();
            assertThat(page.locator("nav [aria-current=page]")).hasAttribute("href", path);
        }
    }

    @Test
    void fitsEveryScreenInBothLanguages() {
        enterAs("管理员");
        for (int width : List.of(390, 768, 1280)) {
            page.setViewportSize(width, 844);
            for (String language : List.of("zh", "en")) {
                page.navigate("/language?to=" + language);
                for (String path : List.of("/cases", at(filing), at(application), "/progress")) {
                    page.navigate(path);
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as(language + " " + width + " " + path)
                            .isEqualTo(width);
                }
            }
        }
    }

    private static String at(Casefile file) {
        return "/cases/" + file.caseNo();
    }

    private Locator line(Casefile file) {
        return page.locator("tr:has(#c-" + file.caseNo() + ")");
    }

    private Locator task(String department) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(department));
    }

    private Locator related() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("相关"));
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
