package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hidesTheNumberPhoneAndNameOfAPerson() {
        JsonNode shown = masked("""
                {"owner": {"kind": "person", "name": "王小明", "idType": "111", "idNo": "41010519900307123X",
                           "phone": "13812341234"}}
                """);

        assertThat(shown).isEqualTo(json("""
                {"owner": {"kind": "person", "name": "王**", "idType": "111", "idNo": "410105********123X",
                           "phone": "138****1234"}}
                """));
    }

    @Test
    void leavesAnEnterpriseItsNameAndCreditCode() {
        String enterprise = """
                {"owner": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                           "idNo": "91410100MA7K3D2F5N"}}
                """;

        assertThat(masked(enterprise)).isEqualTo(json(enterprise));
    }

    @Test
    void hidesThePhoneOfAnEnterpriseToo() {
        assertThat(masked("{\"kind\": \"enterprise\", \"name\": \"河南中原置业有限公司\", \"phone\": \"13700000371\"}")
                        .path("phone")
                        .asText())
                .isEqualTo("137****0371");
    }

    @Test
    void knowsAPersonByPlaceWhereNoKindIsTold() {
        JsonNode shown =
                masked("{\"manager\": {\"name\": \"王经理\", \"phone\": \"037165001234\"}, \"legalPerson\": \"李伟\"}");

        assertThat(shown.at("/manager/name").asText()).isEqualTo("王**");
        assertThat(shown.at("/manager/phone").asText()).isEqualTo("037*****1234");
        assertThat(shown.path("legalPerson").asText()).isEqualTo("李**");
    }

    @Test
    void knowsAPersonByTheIdentityNumberBesideTheName() {
        JsonNode shown = masked("{\"name\": \"王小明\", \"idNo\": \"41010519900307123X\", \"faceToken\": \"f-1\"}");

        assertThat(shown)
                .isEqualTo(json("{\"name\": \"王**\", \"idNo\": \"410105********123X\", \"faceToken\": \"****\"}"));
    }

    @Test
    void hidesWhoDidItUnlessThatIsAPartner() {
        for (String partner : List.of("gateway", "grid.henan", "market-regulator.national")) {
            assertThat(masked("{\"by\": \"" + partner + "\"}").path("by").asText())
                    .isEqualTo(partner);
        }
        assertThat(masked("{\"by\": \"王小明\"}").path("by").asText()).isEqualTo("王**");
        assertThat(masked("{\"by\": \"wangxiaoming\"}").path("by").asText()).isEqualTo("w**");
    }

    @Test
    void findsNumbersAndPhonesInAnyText() {
        assertThat(Masking.text("联系人 13812341234，身份证41010519900307123x。"))
                .isEqualTo("联系人 138****1234，身份证410105********123x。");
    }

    @Test
    void findsNumbersOfFifteenDigitsWhichOlderPapersBear() {
        assertThat(Masking.text("原身份证410105900307123，现已换证")).isEqualTo("原身份证410105*****7123，现已换证");
    }

    @Test
    void findsTheNumbersOfResidencePermits() {
        assertThat(Masking.text("持证人 810000199408230021、910410198504120037"))
                .isEqualTo("持证人 810000********0021、910410********0037");
    }

    @Test
    void hidesAConstructionPermitsNumberBecauseACitizensLooksAlike() {
        assertThat(Masking.text("330681201410140101")).isEqualTo("330681********0101");
    }

    @Test
    void findsThemInListsAndAmongNumbers() {
        JsonNode shown = masked("{\"remarks\": [\"致电13812341234\", 13812341234, 12000, 34.8325]}");

        assertThat(shown).isEqualTo(json("{\"remarks\": [\"致电138****1234\", \"138****1234\", 12000, 34.8325]}"));
    }

    @Test
    void leavesCodesThatOnlyResembleThem() {
        String codes = """
                {"projectCode": "2609-410105-04-01-123459", "unitNo": "410105001001GB00001F00010001",
                 "licence": "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100001.001.7",
                 "consNo": "4101000012345", "formerConsNo": "0100012345", "certNo": "豫(2026)郑州市不动产权第0012345号",
                 "entry": "a13812341234", "at": "2026-11-21T02:31:16.123Z", "uscc": "91410100MA7K3D2F5N"}
                """;

        assertThat(masked(codes)).isEqualTo(json(codes));
    }

    @Test
    void showsNothingOfWhatIsTooShortToShowAPart() {
        assertThat(Masking.number("12")).isEqualTo("****");
        assertThat(Masking.phone("12345")).isEqualTo("1**45");
        assertThat(Masking.name("")).isEmpty();
    }

    private static JsonNode masked(String text) {
        return Masking.json(json(text));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
