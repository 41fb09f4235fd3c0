package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PersonalDataIsGuardedTest extends WithBrowser {

    @Test
    void hidesPersonalDataUntilSomebodyWhoMaySaysWhy() {
        String entry = told(PROJECT);
        enterAs("审计员");
        page.navigate("/messages/" + entry);
        assertThat(page.getByText("\"138****1234\"")).isVisible();
        assertThat(page.content()).doesNotContain("13812341234");

        page.getByText("查看未脱敏内容").click();
        page.getByLabel("查看理由").fill("核对联系电话");
        button("查看并记录").click();

        assertThat(page.getByText("\"13812341234\"")).isVisible();
        assertThat(database()
                        .sql("SELECT detail FROM audit WHERE who = 'auditor' AND what = 'looked' AND subject = ?")
                        .param(entry)
                        .query(String.class)
                        .list())
                .containsExactly("核对联系电话");
    }

    @Test
    void showsAViewerNoWayToPersonalData() {
        String entry = told(PROJECT);
        enterAs("观察员");
        page.navigate("/messages/" + entry);

        assertThat(page.getByText("\"138****1234\"")).isVisible();
        assertThat(page.getByText("查看未脱敏内容")).hasCount(0);
    }

    @Test
    void givesTheExactBytesThatWereSigned() throws IOException {
        String entry = told(PROJECT);
        enterAs("观察员");
        byte[] manifest =
                context.request().get("/messages/" + entry + "/manifest.json").body();

        assertThat(manifest)
                .isEqualTo(database()
                        .sql("SELECT manifest FROM ledger_entry WHERE id = ?")
                        .param(entry)
                        .query(byte[].class)
                        .single());
        assertThat(new ObjectMapper().readTree(manifest).path("case").asText()).isEqualTo(PROJECT);
    }
}
