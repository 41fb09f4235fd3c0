package org.dianqiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Somebody has changed what is sealed: it is never taken for its content, and nobody else is held up. */
@ExtendWith(OutputCaptureExtension.class)
class TamperedRowsTest extends AtTheDoor {

    @AfterEach
    void calmTheGrid() {
        gridCounter().mood(Mood.WELL);
    }

    @Test
    void isNotGivenAsAReply(CapturedOutput output) {
        Parcel lookup = query(GRID, "lead.lookup", Plots.leadOf(told())).sealed();
        Reply first = accepted(post(lookup));
        assertThat(post(lookup).body()).isEqualTo(first.body());
        change("answer", first.header("DQ-Entry"));
        assertUnsigned(post(lookup), 503, "unavailable");
        assertThat(output.getOut()).contains("does not open: it was changed, or belongs elsewhere");
    }

    @Test
    void isNotDeliveredWhileOthersAre(CapturedOutput output) {
        gridCounter().mood(Mood.ANSWERS_500);
        String code = told();
        String partsOf = waiting(code);
        change("message", partsOf);
        gridCounter().mood(Mood.WELL);
        String other = told();
        await().until(() -> heard(other));
        await().until(() -> output.getOut().contains("part " + partsOf + " message 0` does not open"));
        assertThat(heard(code)).isFalse();
        database().sql("DELETE FROM delivery WHERE parts_of = ?").param(partsOf).update();
    }

    private static String told() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        return code;
    }

    private static boolean heard(String code) {
        return gridHeard().stream().anyMatch(one -> code.equals(one.manifest().caseNo()));
    }

    private static String waiting(String code) {
        await().until(() -> attempts(code) > 0);
        return database()
                .sql("SELECT parts_of FROM delivery WHERE case_id = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private static int attempts(String code) {
        return database()
                .sql("SELECT coalesce(max(attempts), 0) FROM delivery WHERE case_id = ? AND problem IS NOT NULL")
                .param(code)
                .query(Integer.class)
                .single();
    }

    /** One bit of the ciphertext. */
    private static void change(String role, String entry) {
        int changed = database().sql("""
                        UPDATE part SET content = set_byte(content, 30, get_byte(content, 30) # 1)
                        WHERE role = ? AND entry = ?
                        """).params(role, entry).update();
        assertThat(changed).isOne();
    }
}
