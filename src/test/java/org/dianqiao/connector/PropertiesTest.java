package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a registry of real estate says in the national platform's dialect, and what follows for a customer's papers. */
class PropertiesTest extends AskingTheNationalPlatform {

    private static final String PLOT = "410105003006GB00021W00000000";
    private static final String CERTIFICATE = "豫(2026)郑州市不动产权第0012345号";
    private static final String CO_OWNER = "341002199206160011";

    @ParameterizedTest
    @CsvSource({
        "unitNo, 410105 003006 GB00021 W00000000",
        "unitNo, 410105003006GB00021W00000000",
        "certNo, 豫（2026）郑州市不动产权第0012345号",
        "certNo, 豫〔2026〕郑州市不动产权第0012345号",
    })
    void areFoundByTheirUnitAndByTheirCertificate(String member, String number) throws IOException {
        opened(Faults.none());
        JsonNode units =
                told(property(member, TextNode.valueOf(number)).sealed()).path("units");
        assertThat(units).hasSize(1);
        JsonNode unit = units.path(0);
        assertThat(unit.path("unitNo").asText()).isEqualTo(PLOT);
        assertThat(unit.path("certNo").asText()).isEqualTo(CERTIFICATE);
        assertThat(unit.at("/owners/0")).isEqualTo(developer());
        assertThat(unit.path("areaM2").decimalValue()).isEqualByComparingTo("32150");
        assertThat(unit.path("status").asText()).isEqualTo("现势");
    }

    @Test
    void areFoundByEachOfTheirOwnersWithWhatRestsOnThem() throws IOException {
        opened(Faults.none());
        JsonNode units =
                told(property("owner", person("汪明远", CO_OWNER)).sealed()).path("units");
        assertThat(units).hasSize(2);
        assertThat(names(units.path(0))).containsExactly("程雨薇", "汪明远");
        assertThat(names(units.path(1))).containsExactly("汪明远");
        assertThat(units.at("/1/status").asText()).isEqualTo("抵押");
    }

    @Test
    void areNoneWhereNothingIsRegistered() throws IOException {
        opened(Faults.none());
        assertThat(told(property("owner", person("李卫东", "41010519900307123X")).sealed()))
                .isEqualTo(Plots.object().set("units", Plots.object().arrayNode()));
    }

    @ParameterizedTest
    @CsvSource({
        "SWAPPED, 未能给出有效的答复",
        "WRONG_CHECK, 未能给出有效的答复",
        "LEADING_ZEROS, 未能给出有效的答复",
        "GBK, 未能给出有效的答复",
    })
    void areNotToldWhereTheAnswerCannotBe(Fault fault, String sentence) throws IOException {
        opened(Faults.of(fault));
        Parcel question = property("unitNo", TextNode.valueOf(PLOT)).sealed();
        Reply reply = post(question);
        assertRefused(reply, question, 502, "provider-failed");
        assertThat(reply.json().path("detail").asText()).contains(sentence);
        assertThat(new String(reply.body())).doesNotContain("中原置业", "汪明远", "程雨薇");
    }

    @Test
    void letACompanyBringNothing() throws IOException {
        opened(Faults.none());
        ObjectNode question = check(developer());
        question.putObject("site")
                .put("regionCode", Plots.ZHENGZHOU)
                .put("address", "杨金路与鸿宝路交叉口东北角")
                .put("certNo", CERTIFICATE);
        Reply reply = accepted(post(asked("documents.check", question)));
        assertThat(reply.json().path("mode").asText()
                        + reply.json().path("rule").asText())
                .as(new String(reply.body()))
                .isEqualTo("none-neededHEN20-M1");
        assertThat(StreamSupport.stream(reply.json().path("obtained").spliterator(), false)
                        .map(one -> one.path("by").asText()))
                .containsExactly(REGULATOR, REGISTRY);
    }

    @ParameterizedTest
    @CsvSource({"FACE-LIWEIDONG-0001, tolerant, 1", "FACE-CHENGYUWEI-0001, two-documents, 0"})
    void letAPersonBringNoCardWhoseFaceIsTheirs(String face, String mode, int obtained) throws IOException {
        opened(Faults.none());
        ObjectNode question = check(person("李卫东", "41010519900307123X").put("faceToken", face));
        JsonNode told = accepted(post(asked("documents.check", question))).json();
        assertThat(told.path("mode").asText()).isEqualTo(mode);
        assertThat(told.path("obtained")).hasSize(obtained);
    }

    private static ObjectNode check(ObjectNode applicant) {
        ObjectNode question = Plots.object()
                .put("regionCode", Plots.ZHENGZHOU)
                .put("customerClass", "small-micro")
                .put("stage", "accepted");
        question.putArray("offered");
        question.set("applicant", applicant);
        return question;
    }

    private static ObjectNode developer() {
        return Plots.object()
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", DEVELOPER);
    }

    private static ObjectNode person(String name, String number) {
        return Plots.object()
                .put("kind", "person")
                .put("name", name)
                .put("idType", "111")
                .put("idNo", number);
    }

    private static List<String> names(JsonNode unit) {
        return StreamSupport.stream(unit.path("owners").spliterator(), false)
                .map(owner -> owner.path("name").asText())
                .toList();
    }

    private static JsonNode told(Parcel question) {
        return accepted(post(question)).json();
    }
}
