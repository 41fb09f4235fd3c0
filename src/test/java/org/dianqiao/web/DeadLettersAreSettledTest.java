package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadLettersAreSettledTest extends WithBrowser {

    @Test
    void letsAnOperatorCloseADeadLetterWithAReason() {
        long letter = deadLetter();
        enterAs("值班员");
        page.navigate("/deliveries");
        Locator row = page.locator("tr:has([popovertarget=act-" + letter + "])");
        row.locator("button[popovertarget]").first().click();
        page.locator("#act-" + letter + " textarea").fill("已电话确认，无需再投");
        page.locator("#act-" + letter).getByText("关闭").click();

        assertThat(page.getByText("死信已关闭。")).isVisible();
        assertThat(database()
                        .sql("SELECT closed_by || ': ' || closed_why FROM dead_letter WHERE id = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("operator: 已电话确认，无需再投");
    }

    @Test
    void letsAnAuditorSettleNothing() {
        deadLetter();
        enterAs("审计员");
        page.navigate("/deliveries");

        assertThat(page.getByText("对方拒收").first()).isVisible();
        assertThat(page.getByText("处理", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    static long deadLetter() {
        String cause = told(PROJECT);
        return database()
                .sql("""
                        INSERT INTO dead_letter (entry, partner, message_id, service, case_id, manifest, signature,
                                                 parts_of, created_at, attempts, died_at, code, problem)
                        SELECT id, 'grid.henan', ?, 'lead.assigned', case_id, manifest, signature, id, at, 3, at,
                               'refused', '409 id-conflict'
                        FROM ledger_entry WHERE id = ? RETURNING id
                        """)
                .params(UUID.randomUUID().toString(), cause)
                .query(Long.class)
                .single();
    }
}
