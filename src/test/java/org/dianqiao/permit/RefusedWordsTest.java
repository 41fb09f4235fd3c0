package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of departments that are refused: each refusal is signed and on record, and the case stays as it was. */
class RefusedWordsTest extends WithCounties {

    private static final String BAOFENG = "410421";
    private static final String WRONG = "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.1";

    private final ObjectNode filing = filing(BAOFENG, Works.toThePlot());

    @BeforeAll
    static void open() {
        departments(BAOFENG, "planning", "municipal", "greening", "traffic-police");
    }

    @BeforeEach
    void isUnderWay() {
        accepted(file(filing));
        goes("planning", filing, "3", "8");
        goes("greening", filing, "1", "6");
    }

    @ParameterizedTest
    @CsvSource({
        "planning, 16, , 422 contract-violated, /status",
        "planning, 3, , 422 contract-violated, /status",
        "planning, 14.0, , 422 contract-violated, /status",
        "greening, 11, , 403 not-permitted, ",
        "planning, 11, " + WRONG + ", 422 contract-violated, /licence/identifier"
    })
    void changeNothing(String department, String status, String licence, String refusal, String pointer) {
        ObjectNode said = said(task("planning", filing), status);
        if (licence != null) {
            said.putObject("licence").put("identifier", licence).put("number", "GG0117");
        }
        List<String> before = all();

        Parcel word = event(department + "." + BAOFENG, "permit.decided", said).sealed();
        Reply reply = post(word);

        assertRefused(reply, word, Integer.parseInt(refusal.split(" ")[0]), refusal.split(" ")[1]);
        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
        assertThat(all()).isEqualTo(before);
    }

    /** The case, its tasks, its timeline, its deadlines and findings, but for what a calendar makes of them. */
    private List<String> all() {
        return database()
                .sql("""
                SELECT (to_jsonb(casefile) - 'due_at')::text FROM casefile WHERE case_no = :case
                UNION ALL SELECT to_jsonb(case_event)::text FROM case_event WHERE case_no = :case
                UNION ALL SELECT (to_jsonb(deadline) - '{due_at,look_at,reckoned_with}'::text[])::text
                          FROM deadline WHERE case_no = :case
                UNION ALL SELECT to_jsonb(finding)::text FROM finding WHERE case_no = :case
                ORDER BY 1
                """)
                .param("case", caseNo(filing))
                .query(String.class)
                .list();
    }
}
