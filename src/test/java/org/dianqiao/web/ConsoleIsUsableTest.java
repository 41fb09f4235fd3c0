package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The console as people use it. */
class ConsoleIsUsableTest extends WithBrowser {

    @Test
    void asksWhoOneIsBeforeItShowsAnything() {
        page.navigate("/deliveries");

        assertThat(page).hasURL(gateway() + "/login");
        assertThat(page.getByText("沙箱环境")).isVisible();
        button("值班员").click();
        assertThat(page).hasURL(gateway() + "/deliveries");
    }

    @Test
    void showsAMessageTheMomentItCrossesAndSaysHowItEnded() {
        enterAs("观察员");
        assertThat(page.locator("#announcer")).isAttached();

        String refused = told(MISTYPED);
        Locator row = row(refused);
        assertThat(row.locator(".pill")).hasText("内容不合约定");
        assertThat(row).containsText("河南省工程建设项目审批管理系统");
        assertThat(row).containsText("项目赋码");
        assertThat(row.locator(".way")).containsText("发来");
    }

    @Test
    void findsTheMessagesOfOneProjectAndKeepsThatInTheAddress() {
        String accepted = told(PROJECT);
        String refused = told(MISTYPED);
        enterAs("观察员");

        page.getByLabel("项目代码或办件编号").fill(MISTYPED);
        assertThat(row(accepted)).hasCount(0);
        assertThat(row(refused)).isVisible();
        assertThat(page).hasURL(gateway() + "/?project=" + MISTYPED);

        page.reload();
        assertThat(row(refused)).isVisible();
        assertThat(row(accepted)).hasCount(0);
    }

    @Test
    void showsOneMessageWithWhoSignedItAndItsAnswer() {
        String entry = told(PROJECT);
        enterAs("观察员");
        row(entry).getByRole(AriaRole.LINK).first().click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("项目赋码");
        Locator said = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("报文").setExact(true));
        Locator answer = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("应答").setExact(true));
        assertThat(said).containsText("CN=approval.henan");
        assertThat(answer).containsText("CN=gateway");
        assertThat(page.getByText("签名有效")).hasCount(2);
        assertThat(page.getByText("证书可信")).hasCount(2);
        assertThat(page.locator("aside")).containsText("dqx-entry/1");
    }

    @Test
    void showsPartnersWithTheirCertificates() {
        enterAs("观察员");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("伙伴")).click();

        Locator grid = page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions().setName("国网河南省电力公司").setExact(true));
        assertThat(grid).containsText("CN=grid.henan");
        assertThat(grid.getByText("可信")).isVisible();
        assertThat(grid).containsText("线索派发");
    }

    @Test
    void speaksEnglishWhenAskedTo() {
        enterAs("观察员");
        page.getByText("English").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Messages");
        page.getByText("中文").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("报文");
    }

    @Test
    void fitsASmallScreen() {
        String entry = told(PROJECT);
        page.setViewportSize(390, 844);
        enterAs("管理员");

        for (String path : List.of("/", "/messages/" + entry, "/deliveries", "/holds", "/partners", "/login")) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
    }

    @Test
    void keepsInSightOnASmallScreenWhereOneIs() {
        page.setViewportSize(390, 844);
        enterAs("管理员");

        for (String language : List.of("zh", "en")) {
            page.navigate("/language?to=" + language);
            for (String path : List.of("/", "/holds", "/policies", "/certificates")) {
                page.navigate(path);
                assertThat(page.locator("nav [aria-current=page]"))
                        .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            }
        }
    }

    @Test
    void forbidsWhatAPageDoesNotNeed() {
        Response login = page.navigate("/login");

        assertThat(login.headerValue("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        button("观察员").click();
        assertThat(context.cookies())
                .allSatisfy(
                        cookie -> assertThat(cookie.httpOnly).as(cookie.name).isTrue());
    }
}
