package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.dianqiao.Reply;
import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.web.cases.Casebook;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ProgressIsPublicTest extends WithGateway {

    private static final String NOTHING = "没有找到：编号与证件号码后四位不符，或没有这个编号。";

    private static final int MANY = 200;

    private final Casebook book =
            new Casebook(bean(Cases.class), bean(Deadlines.class), bean(TransactionTemplate.class));
    private final Casefile filing = book.filed(null, CLOCK.instant());
    private final Visitor visitor = new Visitor(gateway());

    @Test
    void showsHowFarACaseIsToWhoKnowsItsNumberAndTheEndOfTheApplicants() {
        for (String number : List.of(
                filing.caseNo(), filing.caseNo().toLowerCase(Locale.ROOT), filing.number(), " " + filing.number())) {
            assertThat(ask(number, "2f5n").body())
                    .contains("审批中", "园林绿化部门", "绿化迁移", "停钟，剩", "公安交管部门", "待接件", "园林绿化部门：补正");
        }
    }

    @Test
    void doesNotShowARefusalAsSomethingGood() {
        bean(Cases.class).save(filing.in("rejected", false));

        assertThat(ask(filing.number(), "2f5n").body()).contains("class=\"state refused\">未批准<");
    }

    @Test
    void showsAPersonTheirApplication() {
        Casefile application = book.applied(CLOCK.instant());

        assertThat(ask(application.number(), Casebook.PERSON.substring(14)).body())
                .contains("供电方案答复", "全过程时间", "国网河南省电力公司", "业务受理：完成");
    }

    @Test
    void showsNoNamesNoAddressesNoOpinionsAndNothingOfWhatIsBetweenTheOffices() {
        assertThat(ask(filing.number(), "2F5N").body())
                .contains("园林绿化部门")
                .doesNotContain("中原置业", "李", "王秀英", "杨金路", "树木清单", "交通疏解方案", "郑自然资许", "预警", Casebook.BUILDER, "2F5N");
    }

    @Test
    void saysTheSameOfAWrongPairAndOfANumberThatThereIsNot() {
        String wrong = visible(ask(filing.number(), "0000"), filing.number());
        String unknown = visible(ask("JS-1999-1", "2F5N"), "JS-1999-1");

        assertThat(wrong).contains(NOTHING).isEqualTo(unknown);
    }

    @Test
    void doesNotLetTheFourDigitsBeGuessed() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(ask(filing.number(), "000" + guess).body()).contains(NOTHING);
        }

        HttpResponse<String> sixth = ask(filing.number(), "2F5N");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("查询过于频繁").doesNotContain("园林绿化部门");
    }

    @Test
    void doesNotLetOneVisitorTryManyNumbers() {
        Passerby curious = new Passerby(gateway());
        int answered = 0;
        Reply answer = curious.ask("JS-1999-0", "2F5N");
        while (answer.status() == 200 && answered < MANY) {
            answered++;
            answer = curious.ask("JS-1999-" + answered, "2F5N");
        }

        assertThat(answered).isBetween(20, MANY - 1);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Passerby.text(answer)).contains("查询过于频繁");
        assertThat(Passerby.text(new Passerby(gateway()).ask(filing.number(), "2F5N")))
                .as("anybody else")
                .contains("园林绿化部门");
    }

    @Test
    void wantsBothWithoutLookingForAnything() {
        for (String digits : new String[] {"", "1", "12345", "%25%25%25%25", "２F5N"}) {
            assertThat(ask(filing.number(), digits).body()).contains("请填写编号，以及证件号码的后四位。");
        }
    }

    @Test
    void isKeptNowhereAndNeedsNoSession() {
        HttpResponse<String> answer = ask(filing.number(), "2F5N");

        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(visitor.hasSession()).isFalse();
    }

    @Test
    void isLinkedFromTheGuideAndTheDoor() {
        assertThat(visitor.get("/guide").body()).contains("href=\"/progress\"");
        assertThat(visitor.get("/login").body()).contains("href=\"/progress\"");
    }

    /** From the page's form, whose token is known by its cookie. */
    private HttpResponse<String> ask(String number, String digits) {
        return visitor.post("/progress", "number=" + number.replace(" ", "+") + "&digits=" + digits);
    }

    private static String visible(HttpResponse<String> answer, String number) {
        return answer.statusCode()
                + answer.body()
                        .replace(number, "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("data-now=\"\\d+\"", "");
    }
}
