package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guides and the form as people use them. */
class GuideIsUsableTest extends WithBrowser {

    private static final String ASKED = "/guide/what-applies?region=410105&customerClass=lv-nonresident&voltageKv=0.38"
            + "&capacityKw=160&crossings=urban-road&affectsTraffic=no&on=2026-09-30";

    @Test
    void leadsFromTheGuideToAnAnswer() {
        page.navigate("/guide");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("河南省"))
                .click();
        assertThat(page.getByText("12398能源监管热线")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查询适用规定"))
                .click();

        page.getByLabel("行政区划代码").fill("410105");
        page.getByLabel("电压（千伏）").fill("0.38");
        page.getByLabel("容量（千瓦）").fill("160");
        page.getByLabel("城市道路").check();
        page.getByLabel("影响道路交通安全").selectOption("no");
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                .click();

        assertThat(page.locator(".answer h2")).containsText("免审批");
        assertThat(page.locator(".answer")).containsText("适用 HEN19-P2");
        assertThat(page.getByLabel("城市道路")).isChecked();
    }

    @Test
    void staysInTheLanguageThatWasChosen() {
        page.navigate(ASKED);
        page.getByText("English").click();

        assertThat(page.locator(".answer h2")).containsText("exempt");
        assertThat(page.locator(".answer")).containsText("HEN19-P2 applies");
    }

    @Test
    void fitsASmallScreen() {
        page.setViewportSize(390, 844);
        enterAs("观察员");

        for (String path : List.of("/guide", "/guide/henan", ASKED, "/policies", "/policies/shandong")) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
    }

    @Test
    void printsTheGuideWithoutTheFrame() {
        page.navigate("/guide/henan");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.locator(".side")).isHidden();
        assertThat(page.locator(".contents")).isHidden();
        assertThat(page.locator(".hotlines")).isVisible();
    }
}
