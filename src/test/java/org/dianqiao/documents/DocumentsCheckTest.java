package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each customer brings what the texts of their province let the utility ask for, and nothing that it can fetch. */
class DocumentsCheckTest extends CheckingDocuments {

    @ParameterizedTest
    @CsvSource({XINMI + ", HEN20-M1", ZOUPING + ", NAT-D1", YIXIAN + ", NAT-D1", JILIN + ", NAT-D1"})
    void aResidentWithAFaceAndAFlatBringsNothing(String region, String rule) {
        JsonNode told = checked(resident(region));
        assertMode(told, "none-needed", rule);
        assertThat(texts(told.path("required"))).containsExactly("identity-proof", "property-proof");
        assertThat(each(told.path("obtained"), "type", "service", "by"))
                .containsExactly(
                        "identity-proof identity.verify registers." + region,
                        "property-proof property.lookup registers." + region);
        assertThat(told.path("missing")).isEmpty();
        assertThat(each(told.path("refused"), "type", "rule"))
                .containsExactly("identity-proof " + rule, "property-proof " + rule);
        assertThat(told.path("sought")).isEmpty();
    }

    @Test
    void aCompanyWithOneCertificateBringsOnlyThat() {
        known.remove("enterprise.verify");
        known.put("property.lookup", units(DEVELOPER, "抵押"));
        JsonNode told = checked(offering(company(ZOUPING, "small-micro"), "identity-proof"));
        assertMode(told, "two-documents", "NAT-M1");
        assertThat(each(told.path("obtained"), "type")).containsExactly("property-proof");
        assertThat(told.path("missing")).isEmpty();
        assertThat(each(told.path("refused"), "type", "rule")).containsExactly("property-proof NAT-D1");
        assertThat(each(told.path("sought"), "type", "service", "result", "code"))
                .containsExactly(
                        "identity-proof enterprise.verify no-answer provider-failed",
                        "identity-proof licence.lookup not-found ",
                        "property-proof licence.lookup not-found ");
    }

    @ParameterizedTest
    @CsvSource({
        XINMI + ", tolerant, HEN20-M2, NAT-M6",
        ZOUPING + ", two-documents, NAT-M1, SDG-M1",
        YIXIAN + ", two-documents, NAT-M1, NAT-M6",
        JILIN + ", tolerant, JLL-M1, NAT-M6"
    })
    void aTenantLacksATitleAndALeaseMayNotBeAskedFor(String region, String mode, String rule, String ban) {
        known.put("property.lookup", units(OWNER, "现势"));
        JsonNode told = checked(offering(resident(region), "lease"));
        assertMode(told, mode, rule);
        assertThat(each(told.path("obtained"), "type")).containsExactly("identity-proof");
        assertThat(texts(told.path("missing"))).containsExactly("property-proof");
        assertThat(each(told.path("refused"), "type", "rule")).containsExactly("identity-proof NAT-D1", "lease " + ban);
        assertThat(each(told.path("sought"), "type", "result")).containsExactly("property-proof not-theirs");
        assertThat(told.toString()).doesNotContain("程雨薇", OWNER);
    }

    @Test
    void aVillageHouseIsProvedByItsCommitteeInHenan() {
        known.put("property.lookup", list("units"));
        JsonNode told = checked(offering(village(XINMI), "property-equivalent"));
        assertMode(told, "two-documents", "HEN20-M1");
        assertThat(told.path("missing")).isEmpty();
        assertThat(each(told.path("instead"), "type", "for", "rule"))
                .containsExactly("property-equivalent property-proof HEN20-M2");
        assertThat(each(told.path("refused"), "type")).containsExactly("identity-proof");
        assertThat(each(told.path("sought"), "result")).containsExactly("not-found");
    }

    @Test
    void aVillageHouseIsNotProvedByItsCommitteeWhereNoTextSaysSo() {
        known.put("property.lookup", list("units"));
        JsonNode told = checked(offering(village(ZOUPING), "property-equivalent"));
        assertMode(told, "two-documents", "NAT-M1");
        assertThat(texts(told.path("missing"))).containsExactly("property-proof");
        assertThat(each(told.path("refused"), "type", "rule")).contains("property-equivalent SDG-M1");
    }

    /** It has neither unit nor certificate. */
    private static ObjectNode village(String region) {
        ObjectNode question = resident(region);
        question.withObject("/site").put("address", "陈化店镇常村 12 号").remove("unitNo");
        return question;
    }

    /** No answer of a register about it is held. */
    private static ObjectNode neverAskedAbout(String region, String customer) {
        ObjectNode question = company(region, customer);
        question.withObject("/applicant").put("idNo", "91410105MA9K7P3QXU");
        return question;
    }

    @ParameterizedTest
    @CsvSource({
        YIXIAN + ", increase, hv, none-needed, HSH-M1, ''",
        YIXIAN + ", new, hv, two-documents, NAT-M2, identity-proof property-proof project-approval",
        ZOUPING + ", increase, hv, two-documents, NAT-M2, identity-proof property-proof project-approval",
        ZOUPING + ", increase, small-micro, none-needed, NEA18-M1, ''",
        JILIN + ", change, lv-nonresident, two-documents, JLL-M1, property-proof",
        JILIN + ", increase, lv-nonresident, two-documents, JLL-M1, identity-proof property-proof",
    })
    void anExistingCustomerIsNotAskedAgainForWhatIsOnFile(
            String region, String business, String customer, String mode, String rule, String missing) {
        known.clear();
        ObjectNode question = neverAskedAbout(region, customer).put("business", business);
        List.of("identity-proof", "property-proof", "project-approval")
                .forEach(type -> question.withArray("onFile").addObject().put("type", type));
        JsonNode told = checked(question);
        assertThat(String.join(" ", texts(told.path("missing")))).isEqualTo(missing);
        if (business.equals("change")) {
            assertMode(told, "tolerant", rule);
        } else {
            assertMode(told, mode, rule);
        }
        assertThat(told.path("obtained")).isEmpty();
    }

    @Test
    void whatIsOnFileAndRunOutIsAskedForAgain() {
        known.clear();
        ObjectNode question = neverAskedAbout(YIXIAN, "hv").put("business", "increase");
        question.withArray("onFile").addObject().put("type", "identity-proof").put("validTo", "2024-12-31");
        question.withArray("onFile").addObject().put("type", "property-proof").put("validTo", "2099-12-31");
        JsonNode told = checked(question);
        assertThat(texts(told.path("missing"))).containsExactly("identity-proof", "project-approval");
        assertThat(each(told.path("refused"), "type", "rule")).containsExactly("property-proof HSH-M1");
    }

    @Test
    void oneDocumentIsEnoughToBeginWithInJilin() {
        known.clear();
        assertMode(checked(offering(company(JILIN, "hv"), "identity-proof")), "tolerant", "JLL-M1");
        assertMode(checked(offering(company(JILIN, "hv"), "property-proof")), "two-documents", "JLL-M1");
    }

    @Test
    void nothingIsToleratedWhereNothingIsThere() {
        known.clear();
        JsonNode told = checked(resident(XINMI));
        assertMode(told, "two-documents", "HEN20-M1");
        assertThat(texts(told.path("missing"))).containsExactly("identity-proof", "property-proof");
    }

    @ParameterizedTest
    @CsvSource({
        XINMI + ", design-reviewed, small-micro, none-needed, NAT-L2, ''",
        XINMI + ", design-reviewed, hv, none-needed, HEN20-L3, ''",
        ZOUPING + ", design-reviewed, hv, two-documents, NAT-M3, designer-qualification design",
        ZOUPING + ", scheme-answered, hv, none-needed, SDG-M1, ''",
        YIXIAN + ", completion-inspected, hv, two-documents, NAT-M5, completion-report",
    })
    void otherStagesHaveListsOfTheirOwnAndNobodyIsAsked(
            String region, String stage, String customer, String mode, String rule, String missing) {
        ObjectNode question =
                offering(company(region, customer), "commitment-letter").put("stage", stage);
        JsonNode told = checked(question);
        assertMode(told, mode, rule);
        assertThat(String.join(" ", texts(told.path("missing")))).isEqualTo(missing);
        assertThat(each(told.path("refused"), "type")).containsExactly("commitment-letter");
        assertThat(visits()).isEmpty();
    }

    @Test
    void whoWantsMoreMustSayWhy() {
        assertThat(texts(checked(company(XINMI, "hv")).path("assumed"))).contains("specialIndustry");
        JsonNode special = checked(company(XINMI, "hv").put("specialIndustry", true));
        assertThat(texts(special.path("required"))).contains("government-approval");
        assertThat(special.has("assumed")).isFalse();
    }

    @Test
    void isRefusedWithoutTheGrantThePurposeOrTheRegion() {
        Parcel other = query("grid." + ZOUPING, "documents.check", resident(XINMI))
                .put("purpose", "supply application")
                .sealed();
        assertRefused(post(other), other, 403, "not-permitted");
        Parcel curious = draft(resident(XINMI)).put("purpose", "curiosity").sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
        Parcel stranger = query(PLATFORM, "documents.check", resident("410105"))
                .put("purpose", "supply application")
                .sealed();
        assertRefused(post(stranger), stranger, 403, "not-permitted");
        assertThat(visits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"resident, 10, /voltageKv", "giant, 10, /customerClass"})
    void isRefusedWhereTheQuestionIsNone(String customer, double voltage, String pointer) {
        ObjectNode question = resident(XINMI).put("customerClass", customer).put("voltageKv", voltage);
        Parcel parcel = draft(question).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(each(reply.json().path("errors"), "pointer")).contains(pointer);
    }
}
