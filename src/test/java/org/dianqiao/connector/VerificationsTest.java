package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the registers behind the national platform say of people and enterprises, and how it is passed on. */
@ExtendWith(OutputCaptureExtension.class)
class VerificationsTest extends AskingTheNationalPlatform {

    private static final String NUMBER = "41010519900307123X";

    @BeforeEach
    void opens() throws IOException {
        opened(Faults.none());
    }

    @ParameterizedTest
    @CsvSource({
        "李卫东, 41010519900307123X, true, true",
        "李卫东, 41010519900307123x, true, true",
        "李伟东, 41010519900307123X, false, true",
        "李卫东, 11010519491231002X, false, false",
    })
    void tellWhetherANameBelongsToANumber(String name, String number, boolean match, boolean found) {
        JsonNode told = told(identity(name, number));
        assertThat(told.path("match").asBoolean(!match)).isEqualTo(match);
        assertThat(told.path("found").asBoolean(!found)).isEqualTo(found);
        assertThat(told.has("faceMatch")).isFalse();
        assertThat(told.path("checkedBy").asText()).isEqualTo(POLICE);
        assertThat(told.path("checkedAt").asText()).matches("20\\d\\d-.*Z");
    }

    @Test
    void tellWhoseFaceItIs() {
        assertThat(told(identity("李卫东", NUMBER, "FACE-LIWEIDONG-0001")).path("faceMatch"))
                .hasToString("true");
        assertThat(told(identity("李卫东", NUMBER, "FACE-CHENGYUWEI-0001")).path("faceMatch"))
                .hasToString("false");
    }

    @Test
    void lookAtNoFaceWhereTheNameIsNotThatOfTheNumber() {
        assertThat(told(identity("李伟东", NUMBER, "FACE-LIWEIDONG-0001")).has("faceMatch"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "91410100MA7K3D2F5N, 河南中原置业有限公司, active, 李卫东, '[]'",
        "91341002MA8P7T4H6E, 黄山市徽韵茶业有限公司, active, 汪明远, '[\"abnormal-operation\"]'",
        "91410100MA9G2C4D3F, 河南旧城开发有限公司, deregistered, 赵国强, '[]'",
    })
    void tellWhatIsRegisteredOfAnEnterprise(String code, String name, String status, String person, String warnings) {
        JsonNode told = told(enterprise(code));
        assertThat(told.path("found").asBoolean()).isTrue();
        assertThat(told.path("name").asText()).isEqualTo(name);
        assertThat(told.path("status").asText()).isEqualTo(status);
        assertThat(told.path("legalPerson").asText()).isEqualTo(person);
        assertThat(told.path("warnings")).hasToString(warnings);
        assertThat(told.path("checkedBy").asText()).isEqualTo(REGULATOR);
        assertThat(told.has("suspect")).isFalse();
    }

    @Test
    void warnOfAnotherNameThanTheRegistersOwn() {
        assertThat(told(enterprise(DEVELOPER, "河南中国置业有限公司")).path("warnings")).hasToString("[\"name-differs\"]");
        assertThat(told(enterprise(DEVELOPER, "河南中原置业有限公司")).path("warnings")).isEmpty();
    }

    /** 91350211M0000XUF46 has really been issued. */
    @Test
    void areAskedOfACodeThatFailsItsCheckAllTheSame() {
        JsonNode issued = told(enterprise("91350211M0000XUF46"));
        assertThat(issued.path("suspect").asBoolean()).isTrue();
        assertThat(issued.path("found").asBoolean()).isTrue();
        assertThat(issued.path("name").asText()).isEqualTo("厦门集美旧码贸易有限公司");
        JsonNode mistyped = told(enterprise("91410100MA7K3D2F5P"));
        assertThat(mistyped.path("suspect").asBoolean()).isTrue();
        assertThat(mistyped.path("found").asBoolean(true)).isFalse();
        assertThat(mistyped.has("name")).isFalse();
    }

    @Test
    void arePassedOnAsWhatWeAttestAndNotAsTheRegistersSignature() {
        Parcel question = enterprise(DEVELOPER).sealed();
        Reply reply = accepted(post(question));
        assertAnswer(reply, question, "reply");
        JsonNode attested = reply.manifest().path("attested");
        assertThat(attested.path("of").asText()).isEqualTo(REGULATOR);
        assertThat(attested.path("means").asText()).isEqualTo("gjgxjhpt");
        assertThat(reply.header("DQ-Origin-Manifest")).isNull();
        assertThat(outcome(REGULATOR)).isEqualTo("answered");
        assertThat(post(question).words()).isEqualTo(reply.words());
    }

    @Test
    void areMarkedAsOurWritingWhereACheckOfDocumentsRestsOnThem() {
        ObjectNode check = Plots.object()
                .put("regionCode", Plots.ZHENGZHOU)
                .put("customerClass", "small-micro")
                .put("stage", "accepted");
        check.putArray("offered");
        check.putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", DEVELOPER);
        check.putObject("site").put("regionCode", Plots.ZHENGZHOU).put("address", "杨金路与鸿宝路交叉口东北角");
        JsonNode told = accepted(post(asked("documents.check", check))).json();
        assertThat(bean(Contracts.class).violations("documents.check.reply", told))
                .isEmpty();
        assertThat(told.at("/obtained/0/service").asText()).isEqualTo("enterprise.verify");
        assertThat(told.at("/obtained/0/attested"))
                .isEqualTo(Plots.object().put("of", REGULATOR).put("means", "gjgxjhpt"));
    }

    @Test
    void areMarkedAsOurWritingInTheListOfMessages() {
        told(enterprise(DEVELOPER));
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");
        assertThat(viewer.get("/?partner=" + REGULATOR).body())
                .contains("class=\"attested-mark\"", "答复代签", "网关核实了来者（国家共享交换平台报头签名），记下所言并代为签名");
    }

    @Test
    void areGivenToNobodyWhoDoesNotSayWhatFor() {
        Parcel why = enterprise(DEVELOPER).put("purpose", "curiosity").sealed();
        assertRefused(post(why), why, 403, "not-permitted");
    }

    @ParameterizedTest
    @CsvSource({"李卫东, 410105199003071230, /idNo", "'', 41010519900307123X, /name"})
    void areNotAskedWhatCannotBe(String name, String number, String where) {
        Parcel question = identity(name, number).sealed();
        Reply reply = post(question);
        assertRefused(reply, question, 422, "contract-violated");
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo(where);
    }

    @Test
    void leaveNothingPersonalInTheLog(CapturedOutput log) {
        told(identity("李卫东", NUMBER, "FACE-LIWEIDONG-0001"));
        told(enterprise(DEVELOPER));
        assertThat(log.getAll()).doesNotContain(NUMBER, "李卫东", "FACE-", DEVELOPER);
    }

    private static JsonNode told(Draft question) {
        return accepted(post(question)).json();
    }
}
