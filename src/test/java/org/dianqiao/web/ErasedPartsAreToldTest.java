package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.RetentionStore;
import org.dianqiao.exchange.RetentionWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasedPartsAreToldTest extends WithBrowser {

    @AfterEach
    void nothingWasErasedYet() {
        database().sql("UPDATE erased_until SET entry = ''").update();
    }

    @Test
    void saysOnWhichGroundAPartIsGoneAndStillShowsItsProof() {
        String entry = told(PROJECT);
        threeYearsPass();
        enterAs("审计员");
        page.navigate("/messages/" + entry);

        assertThat(page.getByText("服务“项目赋码”的保存期限（retention）已过，内容已按期清除；摘要与证明仍在。"))
                .hasCount(1);
        assertThat(page.getByText("签名有效")).hasCount(2);
        assertThat(page.getByText("\"accepted\"")).isVisible();
        assertThat(page.getByText("查看未脱敏内容")).hasCount(0);
    }

    @Test
    void doesNotSayItOfWhatWasNeverKept() {
        String entry = told(MISTYPED);
        threeYearsPass();
        enterAs("审计员");
        page.navigate("/messages/" + entry);

        assertThat(page.getByText("被退回的报文不保存内容，只存摘要与证明。")).hasCount(1);
    }

    @Test
    void tellsTheOperatorWhyADeadLetterCannotBeSentAgain() {
        long letter = DeadLettersAreSettledTest.deadLetter();
        threeYearsPass();
        enterAs("值班员");
        page.navigate("/deliveries");
        settle(letter, "重新投递");

        assertThat(page.getByText("没有执行：内容的保存期限已过，已按期清除，无法再投递；请写明理由后关闭。")).isVisible();
        settle(letter, "关闭");
        assertThat(page.getByText("死信已关闭。")).isVisible();
    }

    private void settle(long letter, String how) {
        Locator sheet = page.locator("#act-" + letter);
        page.locator("tr:has([popovertarget=act-" + letter + "]) button[popovertarget]")
                .first()
                .click();
        sheet.locator("textarea").fill("核对内容");
        sheet.getByText(how).click();
    }

    private static void threeYearsPass() {
        Clock later = Clock.offset(CLOCK, Duration.ofDays(1096));
        new RetentionWatch(bean(RetentionStore.class), bean(Catalogue.class), later).erase();
    }
}
