package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.web.cases.Casebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases in which something is missing that others have: their pages are as whole as those of the others. */
class BareCasesAreShownTest extends WithGateway {

    private static final String END_OF_APPLICANT = "2F5N";

    private final Casebook book =
            new Casebook(bean(Cases.class), bean(Deadlines.class), bean(TransactionTemplate.class));
    private final Visitor viewer = new Visitor(gateway());

    @BeforeEach
    void enter() {
        viewer.post("/login", "username=viewer&password=");
    }

    @Test
    void showsTasksForWhichNobodyGivesAPeriod() {
        Casefile filing = book.withoutPeriods(CLOCK.instant());

        assertThat(whole(page(filing))).contains("园林绿化部门", "公安交管部门").doesNotContain("class=\"countdown\"");
        assertThat(live(filing)).contains("园林绿化部门", "公安交管部门");
        assertThat(whole(progress(filing))).contains("园林绿化部门", "公安交管部门");
    }

    @Test
    void showsTheTasksOfAFilingThatWasTakenBack() {
        Casefile filing = book.filed(null, CLOCK.instant());
        bean(Cases.class).save(filing.in("withdrawn", false));

        assertThat(whole(page(filing))).contains("园林绿化部门").doesNotContain("class=\"countdown\"");
        assertThat(live(filing)).contains("园林绿化部门");
        assertThat(whole(progress(filing))).contains("已撤回", "园林绿化部门");
    }

    @Test
    void showsACaseInWhichNothingHappenedYet() {
        Casefile empty = book.empty(CLOCK.instant());

        assertThat(whole(page(empty))).contains(empty.caseNo());
        assertThat(live(empty)).contains(empty.caseNo());
    }

    @Test
    void saysOfWhatIsDoneThatNobodyKnowsWhenItWasDue() {
        Casefile application = book.doneWithoutACalendar(CLOCK.instant());

        assertThat(whole(page(application))).contains(">已完成，到期日未知：工作日历未载入<");
        assertThat(whole(progress(application.number(), Casebook.PERSON.substring(14))))
                .contains(">已完成，到期日未知：工作日历未载入<");
    }

    /** Such codes have been issued for real. */
    @Test
    void marksACreditCodeThatFailsItsCheck() {
        Casefile suspect = book.appliedBy("91350211M0000XUF46", CLOCK.instant());
        Casefile right = book.appliedBy(Casebook.BUILDER, CLOCK.instant());

        assertThat(whole(page(suspect))).contains("913502********UF46（校验位不符，待登记机关核实）");
        assertThat(whole(page(right))).doesNotContain("校验位不符");
    }

    @Test
    void hidesTheNameOfTheClerkWhoTold() {
        Casefile application = book.toldBy("赵立春", CLOCK.instant());

        assertThat(whole(page(application))).contains("赵**").doesNotContain("赵立春");
        Visitor auditor = new Visitor(gateway());
        auditor.post("/login", "username=auditor&password=");
        assertThat(auditor.post("/cases/" + application.caseNo() + "/look", "why=why")
                        .body())
                .contains("赵立春");
    }

    private HttpResponse<String> page(Casefile file) {
        return viewer.get("/cases/" + file.caseNo());
    }

    private String live(Casefile file) {
        HttpResponse<String> live = viewer.get("/cases/" + file.caseNo() + "/live?shown=");
        assertThat(live.statusCode()).isEqualTo(200);
        return live.body();
    }

    private HttpResponse<String> progress(Casefile filing) {
        return progress(filing.number(), END_OF_APPLICANT);
    }

    private HttpResponse<String> progress(String number, String digits) {
        return new Visitor(gateway()).post("/progress", "number=" + number + "&digits=" + digits);
    }

    private static String whole(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("</html>");
        return page.body();
    }
}
