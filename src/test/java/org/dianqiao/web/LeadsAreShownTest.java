package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of leads, its map, and the way of one lead, as people use them. */
class LeadsAreShownTest extends WithBrowser {

    private static final String SHANGJIE = "410106";
    private static final String PERSON = "11010519491231002X";

    private final String code = Plots.freshCode(SHANGJIE);
    private String leadNo = "";

    @BeforeEach
    void tellsOfAPlotInShangjie() {
        tell("approval.henan", "project.code-assigned", project());
        leadNo = database()
                .sql("SELECT lead_no FROM lead WHERE project_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    void listsALeadTheMomentItIsToldAndFindsItByItsProject() {
        enterAs("观察员");
        page.getByText("线索", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/leads");
        page.getByLabel("编号").fill(code);
        page.getByLabel("编号").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/leads\\?number=" + code + ".*"));
        Locator rows = page.locator("tbody tr");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("已派发");
        assertThat(rows).containsText("中原·金水科创园一期");
        assertThat(rows).containsText("郑州市上街区");
        assertThat(rows).containsText("项目赋码");
        rows.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(gateway() + "/leads/" + leadNo);
    }

    @Test
    void countsByStateAndDistrict() {
        answer("declined");
        enterAs("观察员");
        page.navigate("/leads?region=" + SHANGJIE);
        int declined = Integer.parseInt(tally("不办理").innerText());
        assertThat(declined).isPositive();
        assertThat(district()).containsText("不办理 " + declined);
        page.locator(".tally").filter(having("不办理")).click();
        assertThat(page).hasURL(Pattern.compile(".*state=declined.*"));
        assertThat(page.locator("tbody tr")).hasCount(declined);
    }

    @Test
    void drawsAMapThatIsReachedByKeyboard() {
        enterAs("观察员");
        page.navigate("/leads?number=" + code);
        assertThat(page.locator(".chart .names text")).hasText("上街区");
        Locator dot = page.locator(".chart a");
        assertThat(dot).hasCount(1);
        assertThat(dot).hasAttribute("aria-label", "郑州市上街区，已派发 1 条");
        dot.focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(gateway() + "/leads/" + leadNo);
    }

    @Test
    void tellsLeadsApartWhoseProjectIsWithdrawnUntilItIsAssignedAgain() {
        tell("approval.henan", "project.withdrawn", Plots.withdrawn(code));
        enterAs("观察员");
        page.navigate("/leads?number=" + code);
        assertThat(page.locator("tbody tr .c-state")).containsText("已派发");
        assertThat(page.locator("tbody tr .withdrawn-mark")).hasText("已撤销");
        assertThat(tally("已撤销")).hasText("1");
        assertThat(tally("已派发")).hasText("0");
        assertThat(district()).containsText("已撤销 1");
        assertThat(page.locator(".chart a")).hasAttribute("aria-label", "郑州市上街区，已撤销 1 条");

        page.locator(".tally").filter(having("已撤销")).click();
        assertThat(page).hasURL(Pattern.compile(".*state=withdrawn.*"));
        assertThat(page.locator("tbody tr")).containsText(code);
        page.navigate("/leads?state=assigned&number=" + code);
        assertThat(page.locator("tbody tr")).hasCount(0);

        tell("approval.henan", "project.code-assigned", project().put("assignedAt", "2026-11-20T09:00:00+08:00"));
        page.navigate("/leads?number=" + code);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr .withdrawn-mark")).hasCount(0);
        assertThat(tally("已撤销")).hasText("0");
        assertThat(page.locator(".chart a")).hasAttribute("aria-label", "郑州市上街区，已派发 1 条");
        page.navigate("/leads/" + leadNo);
        assertThat(page.locator(".track")).containsText("告知项目撤销");
        assertThat(page.locator(".track")).containsText("撤销之后项目已重新赋码");
    }

    @Test
    void drawsNoPlaceThatCannotBeInChinaAndSaysHowManyThereAre() {
        ObjectNode astray = project();
        astray.put("projectCode", Plots.freshCode(SHANGJIE));
        ((ObjectNode) astray.path("site")).put("lon", -180).put("lat", 90).put("address", "洛宁路 9 号");
        tell("approval.henan", "project.code-assigned", astray);
        enterAs("观察员");
        page.navigate("/leads?number=" + astray.path("projectCode").asText());
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator(".chart")).hasCount(0);
        assertThat(page.getByText("没有画出的：1 条线索的坐标不可能在中国境内")).isVisible();
        assertThat(page.getByText("这些线索都没有坐标")).hasCount(0);

        page.navigate("/leads?region=" + SHANGJIE);
        assertThat(page.locator(".chart .degrees")).containsText("113.3°E");
        assertThat(page.locator(".astray")).containsText("没有画出");
        page.navigate("/leads?number=" + code);
        assertThat(page.locator(".chart a")).hasCount(1);
        assertThat(page.locator(".astray")).hasCount(0);
    }

    @Test
    void tellsTheWayOfALeadWithTheEntryThatProvesEachStep() {
        tell("approval.henan", "project.updated", Plots.updated(code, 2));
        answer("reserved");
        enterAs("观察员");
        page.navigate("/leads/" + leadNo);
        Locator steps = page.locator(".track li");
        assertThat(steps.last()).containsText("告知项目赋码");
        assertThat(steps.filter(having("工程建设许可 办结（通过）"))).hasCount(1);
        assertThat(steps.filter(having("国网河南省电力公司答复：已储备"))).hasCount(1);
        assertThat(page.locator(".stepper li").nth(1)).containsText("建设工程规划许可证核发");
        assertThat(page.locator("aside")).containsText("R-2026-0017");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("时限")))
                .containsText("线索首次答复");
        steps.last().getByText("存证").click();
        assertThat(page).hasURL(Pattern.compile(".*/messages/.*"));
    }

    @Test
    void leadsFromTheBoardToALeadThatNobodyTouched() {
        enterAs("观察员");
        page.navigate("/cases?kind=lead&number=" + leadNo);
        assertThat(page.locator("tbody tr")).containsText("线索首次答复");
        page.locator("tbody tr").getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(gateway() + "/leads/" + leadNo);
    }

    @Test
    void hidesPersonalDataUntilSomebodyWhoMaySaysWhy() {
        enterAs("审计员");
        page.navigate("/leads?number=" + code);
        assertThat(page.content()).doesNotContain("李建国");
        page.navigate("/leads/" + leadNo);
        assertThat(page.getByText("李**")).isVisible();
        assertThat(page.content()).doesNotContain("李建国", PERSON, "13812341234");

        page.getByText("查看未脱敏内容").click();
        page.getByLabel("查看理由").fill("核对业主");
        button("查看并记录").click();

        assertThat(page.getByText("李建国")).isVisible();
        assertThat(page.getByText(PERSON)).isVisible();
        assertThat(database()
                        .sql("SELECT detail FROM audit WHERE who = 'auditor' AND what = 'looked' AND subject = ?")
                        .param(leadNo)
                        .query(String.class)
                        .list())
                .containsExactly("核对业主");
    }

    @Test
    void showsAViewerNoWayToPersonalData() {
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");
        assertThat(viewer.post("/leads/" + leadNo + "/look", "why=why").statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysItInEnglishAndFitsATelephone() {
        enterAs("观察员");
        page.navigate("/language?to=en");
        page.setViewportSize(390, 800);
        for (String address : new String[] {"/leads", "/leads/" + leadNo}) {
            page.navigate(address);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isLessThanOrEqualTo(390);
        }
        assertThat(page.locator("h1")).containsText("Assigned");
        assertThat(page.locator(".period-head")).containsText("set by this gateway");
        assertThat(page.locator("body")).hasCSS("font-variant-east-asian", "proportional-width");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Locator tally(String state) {
        return page.locator(".tally").filter(having(state)).locator(".tally-value");
    }

    private Locator district() {
        return page.locator(".districts li").filter(having("上街区"));
    }

    private void answer(String state) {
        ObjectNode answer = Plots.answered(leadNo, state).put("reserveProjectNo", "R-2026-0017");
        tell("grid.henan", "lead.answered", answer);
    }

    private ObjectNode project() {
        ObjectNode project = Plots.coded(code);
        ((ObjectNode) project.path("owner"))
                .put("kind", "person")
                .put("name", "李建国")
                .put("idType", "111")
                .put("idNo", PERSON)
                .put("phone", "13812341234");
        ((ObjectNode) project.path("site")).put("lon", 113.3081).put("lat", 34.8028);
        return project;
    }

    private static void tell(String from, String service, ObjectNode payload) {
        assertThat(desk(from)
                        .send(Letter.event(service, payload)
                                .id(UUID.randomUUID().toString()))
                        .accepted())
                .isTrue();
    }
}
