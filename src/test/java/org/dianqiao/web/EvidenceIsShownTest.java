package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class EvidenceIsShownTest extends WithBrowser {

    private static final String UNHEARD = "2609-410105-04-01-000000";

    @Test
    void drawsTheWayFromAnEntryUpToTheSignedRoot() {
        String entry = sealed(told(PROJECT));
        enterAs("观察员");
        page.navigate("/messages/" + entry);
        page.getByText("存证与存证包").click();

        assertThat(page.getByText("路径通向已签名的根")).isVisible();
        assertThat(page.getByText("与签名树头一致")).isVisible();
        String root = page.locator(".ladder-root code").textContent();
        assertThat(page.locator(".column-side .facts").getByText(root)).isVisible();
        assertThat(page.locator("pre").getByText("dqx-entry/1")).isVisible();
    }

    @Test
    void givesTheBundleToWhoSaysWhyAndKeepsThatOnRecord() throws IOException {
        String entry = sealed(told(PROJECT));
        enterAs("审计员");
        page.navigate("/evidence/" + entry);
        page.locator("[name=why]").fill("行政复议第 12 号取证");
        Download download = page.waitForDownload(() -> button("下载存证包").click());

        assertThat(download.suggestedFilename()).isEqualTo(entry + ".zip");
        try (ZipFile bundle = new ZipFile(download.path().toFile())) {
            String text = new String(
                    bundle.getInputStream(bundle.getEntry("ledger/entry.txt")).readAllBytes());
            assertThat(text).startsWith("dqx-entry/1\n" + entry + "\n");
        }
        assertThat(database()
                        .sql("SELECT detail FROM audit WHERE subject = ?")
                        .param(entry)
                        .query(String.class)
                        .list())
                .containsExactly("evidence: 行政复议第 12 号取证");
    }

    @Test
    void givesNoBundleToAViewer() {
        String entry = sealed(told(PROJECT));
        enterAs("观察员");
        page.navigate("/evidence/" + entry);

        assertThat(button("下载存证包")).hasCount(0);
        assertThat(page.getByText("下载存证包需要值班员或审计员。")).isVisible();
    }

    @Test
    void givesAllEvidenceOfAProject() throws IOException {
        String entry = sealed(told(PROJECT));
        enterAs("值班员");
        page.navigate("/evidence");
        var form = page.locator("form[action='/evidence/case']");
        form.locator("[name=case]").fill(PROJECT);
        form.locator("[name=why]").fill("核对");
        Download download = page.waitForDownload(() -> button("下载整个项目").click());

        assertThat(download.suggestedFilename()).isEqualTo(PROJECT + ".zip");
        try (ZipFile bundle = new ZipFile(download.path().toFile())) {
            assertThat(bundle.getEntry(entry + ".zip")).isNotNull();
        }
        assertThat(Files.size(download.path())).isPositive();
    }

    @Test
    void saysThatThereIsNothingToTakeAndKeepsNoRecordOfIt() {
        enterAs("值班员");
        page.navigate("/evidence");
        String token =
                page.locator("form[action='/evidence/case'] [name=_csrf]").inputValue();
        APIResponse answer = context.request()
                .post(
                        "/evidence/case",
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setForm(FormData.create()
                                        .set("_csrf", token)
                                        .set("case", UNHEARD)
                                        .set("why", "核对")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("没有这个页面");
        assertThat(database()
                        .sql("SELECT count(*) FROM audit WHERE subject = ?")
                        .param(UNHEARD)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsTheHeadsAndWhatTheWatchSays() {
        sealed(told(PROJECT));
        enterAs("观察员");
        page.locator("nav").getByText("存证").click();

        assertThat(page.getByText("每个新树头都接续前一个。")).isVisible();
        assertThat(page.locator(".heads tbody tr").first()).isVisible();
        long size = database()
                .sql("SELECT max(size) FROM ledger_head")
                .query(Long.class)
                .single();
        assertThat(page.locator(".heads .c-service").first()).not().hasText("0");
        assertThat(size).isPositive();
    }

    private static String sealed(String entry) {
        await().until(() -> database()
                .sql("SELECT EXISTS (SELECT FROM ledger_leaf WHERE entry = ?)")
                .param(entry)
                .query(Boolean.class)
                .single());
        return entry;
    }
}
