package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SignOnInABrowserTest extends WithBrowser {

    @Test
    void leadsToTheProviderAndBackAndOutOfBoth() {
        CityGateway.CITY.person(
                "{\"preferred_username\": \"zhao.min\", \"realm_access\": {\"roles\": [\"auditor\"]}}", "{}");
        page.navigate(CityGateway.url() + "/holds");
        page.getByText("使用 郑州市统一身份认证 登录").click();
        page.getByText("同意").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("依法保全");
        assertThat(page.locator(".who-name")).containsText("zhao.min");
        button("退出登录").click();
        assertThat(page.getByText("您已退出登录。")).isVisible();
        page.getByText("一并退出").click();
        assertThat(page.getByText("您已退出郑州市统一身份认证")).isVisible();
    }
}
