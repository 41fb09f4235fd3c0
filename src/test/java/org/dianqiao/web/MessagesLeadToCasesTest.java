package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.Plots;
import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.sandbox.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** From a message to its case, from the number of a case to its messages, and the words beside them. */
class MessagesLeadToCasesTest extends WithGateway {

    private final String filingNo = "MA-" + UUID.randomUUID();
    private final Visitor viewer = new Visitor(gateway());

    @BeforeEach
    void enter() {
        viewer.post("/login", "username=viewer&password=");
    }

    @Test
    void leadFromAFilingAndFromItsResultToTheCase() {
        String filed = say("grid.henan", Letter.event("permit.filed", filing(100)));
        assertThat(page(filed)).contains("/cases/" + caseNo(), filingNo);
        assertThat(page(resulted())).contains("/cases/" + caseNo());
    }

    @Test
    void areFoundByTheNumberOfTheFilingAndOfItsCase() {
        String filed = say("grid.henan", Letter.event("permit.filed", filing(100)));
        String result = resulted();
        for (String number : new String[] {filingNo, caseNo()}) {
            assertThat(viewer.get("/?project=" + number).body()).contains("m-" + filed, "m-" + result);
        }
        assertThat(viewer.get("/?project=" + filingNo + "x").body()).doesNotContain("m-" + filed);
    }

    @Test
    void leadToNoCaseOfAnotherUtilityWithTheSameNumber() {
        Cases cases = bean(Cases.class);
        String others = bean(TransactionTemplate.class).execute(status -> {
            var file = cases.begin(
                    Kind.PERMIT,
                    "grid.anhui",
                    filingNo,
                    "341002",
                    "grid.anhui",
                    null,
                    null,
                    "deciding",
                    CLOCK.instant(),
                    Event.nothingMore());
            cases.open(file, List.of(), List.of());
            return file.caseNo();
        });
        String filed = say("grid.henan", Letter.event("permit.filed", filing(100)));

        assertThat(page(filed)).contains("/cases/" + caseNo()).doesNotContain("/cases/" + others);
    }

    @Test
    void leadFromAProjectToItsLead() {
        String code = Plots.freshCode();
        String told = say(
                "approval.henan",
                Letter.event("project.code-assigned", Plots.coded(code)).about(code));
        String lead = database()
                .sql("SELECT lead_no FROM lead WHERE project_code = ?")
                .param(code)
                .query(String.class)
                .single();

        assertThat(page(told)).contains("/cases/" + lead);
    }

    @Test
    void sayInTheLanguageOfThePageWhatToDoWhereOneIsRefused() {
        String refused = say("grid.henan", Letter.event("permit.filed", filing(-1)));
        assertThat(page(refused)).contains("怎么办", "请按 errors 中所列各处修改后重发。</span>");

        viewer.get("/language?to=en");
        assertThat(page(refused))
                .contains("What to do:", "Correct every place that errors points at, and send it again");
    }

    @Test
    void sayForWhatPersonalDataIsAskedInTheLanguageOfThePage() {
        JsonNode company = Plots.object().put("uscc", "91410100MA7K3D2F5N").put("name", "河南中原置业有限公司");
        String asked =
                say("grid.henan", Letter.query("enterprise.verify", company).because("supply application"));
        assertThat(page(asked)).contains("<dd>用电报装</dd>");
        assertThat(viewer.get("/partners").body()).contains("· 用电报装").doesNotContain("supply application");

        viewer.get("/language?to=en");
        assertThat(page(asked)).contains("<dd>supply application</dd>");
    }

    private ObjectNode filing(int lengthM) {
        ObjectNode filing = Plots.object().put("filingNo", filingNo).put("regionCode", Plots.ZHENGZHOU);
        filing.putObject("works")
                .put("voltageKv", 0.4)
                .put("capacityKw", 100)
                .put("customerClass", "small-micro")
                .put("lineLengthM", lengthM)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false)
                .putArray("crossings")
                .add("urban-road");
        filing.putObject("site").put("regionCode", Plots.ZHENGZHOU).put("address", "郑州市金水区金水路 18 号");
        filing.set("applicant", Plots.coded().path("owner"));
        filing.putArray("documents");
        return filing;
    }

    /** The entry that it became. */
    private static String say(String partner, Letter letter) {
        String id = letter.id();
        desk(partner).send(letter);
        return database()
                .sql("SELECT id FROM ledger_entry WHERE message_id = ? AND direction = 'in'")
                .param(id)
                .query(String.class)
                .single();
    }

    private String caseNo() {
        return database()
                .sql("SELECT case_no FROM casefile WHERE number = ? AND keeper = 'grid.henan'")
                .param(filingNo)
                .query(String.class)
                .single();
    }

    /** The entry of the result, once the utility has it. */
    private String resulted() {
        return await().until(
                        () -> database()
                                .sql("""
                                        SELECT id FROM ledger_entry
                                        WHERE direction = 'out' AND service = 'permit.result' AND partner = 'grid.henan'
                                          AND message_id IN (SELECT sent FROM case_event WHERE case_no = ?)
                                        """)
                                .param(caseNo())
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String page(String entry) {
        return viewer.get("/messages/" + entry).body();
    }
}
