package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.web.cases.Casebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What the page of a case asks for while it is open. */
class OpenCasesAreLiveTest extends WithGateway {

    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static final Pattern LEFT = Pattern.compile("剩 (\\d+) 分钟");
    private static final Pattern USED = Pattern.compile("<progress[^>]* value=\"(\\d+)\"");
    private static final String ANSWERED = "供电方案答复：完成";

    private final Casebook book =
            new Casebook(bean(Cases.class), bean(Deadlines.class), bean(TransactionTemplate.class));
    private final Visitor viewer = new Visitor(gateway());

    @BeforeEach
    void enter() {
        viewer.post("/login", "username=viewer&password=");
    }

    @Test
    void saysNothingWhileNothingIsNew() {
        Casefile application = book.applied(CLOCK.instant());
        await().until(
                        () -> live(application, shown(page(application))),
                        answer -> answer.statusCode() == 204 && answer.body().isEmpty());
    }

    @Test
    void bringsWhatIsNewWithoutThePageAroundIt() {
        Casefile application = book.applied(CLOCK.instant());
        HttpResponse<String> page = page(application);
        assertThat(page.body()).contains("class=\"state coming\">供电方案答复<").doesNotContain(ANSWERED);

        happens(application, "scheme-answered", "finished");
        bean(Cases.class).save(application.in("design-reviewed", true));

        HttpResponse<String> live = live(application, shown(page));
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body())
                .contains(ANSWERED, "class=\"state coming\">设计审查<")
                .doesNotContain("<html", "<nav", Casebook.PERSON);
        assertThat(shown(live)).isNotEqualTo(shown(page));
    }

    @Test
    void countsItsPeriodsDown() {
        Casefile reservation = book.reserved(CLOCK.instant());
        HttpResponse<String> page = page(reservation);
        assertThat(number(LEFT, page)).isBetween(8, 20);

        passes(reservation, Duration.ofMinutes(7));

        HttpResponse<String> live = live(reservation, shown(page));
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(number(LEFT, live)).isBetween(1, number(LEFT, page) - 7);
        assertThat(number(USED, live)).isGreaterThanOrEqualTo(number(USED, page) + 35);
    }

    @Test
    void isNoneWhereThereIsNoCase() {
        assertThat(viewer.get("/cases/P410105-991231-000001/live?shown=").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> page(Casefile file) {
        return viewer.get("/cases/" + file.caseNo());
    }

    private HttpResponse<String> live(Casefile file, String shown) {
        return viewer.get("/cases/" + file.caseNo() + "/live?shown=" + shown);
    }

    static void happens(Casefile application, String stage, String state) {
        Event event = new Event(
                CLOCK.instant(),
                null,
                "stage",
                stage,
                application.keeper(),
                null,
                null,
                Event.nothingMore().put("state", state));
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Cases.class).note(application, event));
    }

    /** By moving the beginning back. */
    static void passes(Casefile file, Duration time) {
        database()
                .sql("UPDATE deadline SET began = began - make_interval(mins => ?) WHERE case_no = ?")
                .params((int) time.toMinutes(), file.caseNo())
                .update();
    }

    private static String shown(HttpResponse<String> page) {
        return found(SHOWN, page);
    }

    private static int number(Pattern pattern, HttpResponse<String> page) {
        return Integer.parseInt(found(pattern, page));
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        assertThat(found.find()).as("%s %s", page.statusCode(), page.body()).isTrue();
        return found.group(1);
    }
}
