package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Plots;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.RetentionStore;
import org.dianqiao.exchange.RetentionWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Legal holds 依法保全 on the pages. */
class CasesAreHeldTest extends WithBrowser {

    private static final String WHY = "行政复议第 12 号，须保全至审结";

    private final String code = Plots.freshCode();
    private final String entry = told(code);

    @AfterEach
    void nothingWasErasedYet() {
        database().sql("UPDATE erased_until SET entry = ''").update();
        database().sql("DELETE FROM spared_part").update();
    }

    @Test
    void anAuditorHoldsACaseFromTheMessageAndReleasesItInTheList() {
        enterAs("审计员");
        page.navigate("/messages/" + entry);
        hold(WHY);
        assertThat(page).hasURL(gateway() + "/messages/" + entry);
        assertThat(page.getByText("已保全：解除之前，该项目的内容不会被清除。")).isVisible();
        assertThat(page.locator("h1").getByText("保全中")).isVisible();
        assertThat(page.locator("aside")).containsText(WHY);

        page.getByText("保全", exactly()).click();
        Locator row = page.locator("tr:has(button):has-text('" + code + "')");
        row.locator("button[popovertarget]").first().click();
        row.locator("textarea").fill("复议决定已生效");
        row.locator(".sheet .primary").click();

        assertThat(page.getByText("已解除保全。")).isVisible();
        assertThat(page.locator("[aria-labelledby=released-title] tr:has-text('" + code + "')"))
                .containsText("复议决定已生效");
        assertThat(database()
                        .sql("SELECT who || ' ' || what || ': ' || detail FROM audit WHERE subject = ? ORDER BY id")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("auditor held: " + WHY, "auditor released: 复议决定已生效");
    }

    @Test
    void theContentOfAHeldCaseIsShownWhenItsTimeIsOver() {
        enterAs("审计员");
        page.navigate("/messages/" + entry);
        hold(WHY);
        Clock later = Clock.offset(CLOCK, Duration.ofDays(1096));
        new RetentionWatch(bean(RetentionStore.class), bean(Catalogue.class), later).erase();
        page.reload();

        assertThat(page.getByText("\"138****1234\"")).isVisible();
        assertThat(page.getByText("内容已按期清除")).hasCount(0);
    }

    @Test
    void everybodySeesThatACaseIsHeldButOnlyAuditorsWhy() {
        enterAs("审计员");
        page.navigate("/messages/" + entry);
        hold(WHY);
        page.context().clearCookies();

        String other = told(Plots.freshCode());
        enterAs("值班员");
        assertThat(row(entry).getByText("保全中")).isVisible();
        assertThat(row(other)).isVisible();
        assertThat(row(other).getByText("保全中")).hasCount(0);
        page.navigate("/messages/" + entry);
        assertThat(page.locator("h1").getByText("保全中")).isVisible();
        assertThat(page.getByText(WHY)).hasCount(0);
        assertThat(page.getByText("设置保全")).hasCount(0);
        assertThat(page.locator("nav").getByText("保全", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
        page.navigate("/messages/" + other);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("h1").getByText("保全中")).hasCount(0);
        assertForbidden(page.request().get("/holds"));
        assertForbidden(post("/holds", FormData.create().set("case", code).set("why", WHY)));
    }

    @Test
    void wantsACaseThatThereIsAndAReason() {
        enterAs("审计员");
        page.navigate("/holds");
        page.getByText("设置保全").click();
        page.getByLabel("项目代码或办件编号").fill("2609-410105-04-01-000000");
        page.locator("#hold textarea").fill(WHY);
        page.getByText("保全并记录").click();
        assertThat(page.getByText("没有执行：从未有过这个项目代码或办件编号的报文，请核对。")).isVisible();

        for (String why : List.of("  ", "为\0何", "x".repeat(501))) {
            APIResponse silent =
                    post("/holds", FormData.create().set("case", code).set("why", why));
            assertThat(silent.status()).isEqualTo(400);
        }
    }

    private void hold(String why) {
        page.getByText("设置保全").click();
        page.locator("#hold textarea").fill(why);
        page.getByText("保全并记录").click();
    }

    private APIResponse post(String path, FormData form) {
        String token = page.locator("input[name=_csrf]").first().getAttribute("value");
        return page.request()
                .post(
                        path,
                        RequestOptions.create()
                                .setForm(form.set("_csrf", token))
                                .setMaxRedirects(0));
    }

    private static void assertForbidden(APIResponse answer) {
        assertThat(answer.status()).isEqualTo(403);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
