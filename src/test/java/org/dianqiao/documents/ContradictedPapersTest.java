package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Office.Response;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one register says against a paper is not outweighed by what another says for it. */
class ContradictedPapersTest extends CheckingDocuments {

    @BeforeEach
    void knowTheDevelopersHouseAndGiveLicencesOfTheTypesThatAreAskedFor() {
        known.put("property.lookup", units(DEVELOPER, "现势"));
        answer(visit -> Response.reply(
                service(visit).equals("licence.lookup") ? given(visit.payload()) : known.get(service(visit))));
    }

    private JsonNode given(JsonNode question) {
        List<String> types = texts(question.path("types"));
        ObjectNode given = list("licences");
        known.get("licence.lookup").path("licences").forEach(licence -> {
            if (types.contains(licence.path("type").asText())) {
                given.withArray("/licences").add(licence);
            }
        });
        return given;
    }

    @ParameterizedTest
    @ValueSource(strings = {"deregistered", "licence-revoked", "annulled"})
    void areNotObtainedOfAnEnterpriseThatHasGone(String status) {
        known.put("enterprise.verify", registered(status));
        known.put("licence.lookup", having(licence(BUSINESS, DEVELOPER)));
        assertContradicted(company(XINMI, "small-micro"), "identity-proof enterprise.verify " + status);
    }

    @Test
    void areNotObtainedWhereTheRegisterHasAnotherName() {
        ObjectNode renamed = registered("active");
        renamed.withArray("warnings").add("name-differs");
        known.put("enterprise.verify", renamed);
        known.put("licence.lookup", having(licence(BUSINESS, DEVELOPER)));
        assertContradicted(company(XINMI, "small-micro"), "identity-proof enterprise.verify name-differs");
    }

    @ParameterizedTest
    @CsvSource({"revoked", "suspended"})
    void areNotObtainedOfAnEnterpriseWhoseLicenceWasTakenAway(String status) {
        known.put("licence.lookup", having(licence(BUSINESS, DEVELOPER).put("status", status)));
        assertContradicted(company(XINMI, "small-micro"), "identity-proof licence.lookup licence-" + status);
    }

    @Test
    void areObtainedWhereTheLicenceThatWasTakenAwayHasASuccessor() {
        ObjectNode old = licence(BUSINESS, DEVELOPER).put("status", "revoked");
        known.put("licence.lookup", having(old, licence(BUSINESS, DEVELOPER)));
        assertObtained(company(XINMI, "small-micro"), "identity-proof enterprise.verify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet-valid"})
    void areObtainedWhereALicenceHasOnlyRunOut(String status) {
        known.put("licence.lookup", having(licence(BUSINESS, DEVELOPER).put("status", status)));
        assertObtained(company(XINMI, "small-micro"), "identity-proof enterprise.verify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved-out", "other"})
    void areObtainedOfAnEnterpriseThatMayGoOnElsewhere(String status) {
        known.put("enterprise.verify", registered(status));
        known.put("licence.lookup", having(licence(BUSINESS, DEVELOPER)));
        assertObtained(company(XINMI, "small-micro"), "identity-proof licence.lookup");
    }

    @ParameterizedTest
    @CsvSource({"历史, title-ended", "注销, title-ended"})
    void areNotObtainedOfATitleThatHasEnded(String status, String reason) {
        known.put("property.lookup", units(DEVELOPER, status));
        assertTitleContradicted(reason);
    }

    @Test
    void areNotObtainedOfATitleThatIsAnothers() {
        known.put("property.lookup", units(OWNER, "现势"));
        assertTitleContradicted("another-owner");
    }

    @Test
    void areNotObtainedWhereTheFlatStandsUnderAnotherCertificate() {
        ObjectNode other = units(DEVELOPER, "现势");
        other.withObject("/units/0").put("certNo", CERTIFICATE.replace("2024", "2025"));
        known.put("property.lookup", other);
        assertTitleContradicted("certificate-differs");
    }

    @Test
    void areNotObtainedOfATitleWhoseLicenceWasRevoked() {
        known.put("licence.lookup", having(licence(ESTATE, CERTIFICATE).put("status", "revoked")));
        assertContradicted(atTheFlat(), "property-proof licence.lookup licence-revoked");
    }

    /** It may be the applicant's number. */
    @Test
    void areObtainedWhereARegisterHidesWhoTheOwnerIs() {
        ObjectNode hidden = units("41**************3X", "现势");
        hidden.withObject("/units/0/owners/0").put("masked", true);
        known.put("property.lookup", hidden);
        known.put("licence.lookup", having(licence(ESTATE, CERTIFICATE)));
        assertObtained(atTheFlat(), "property-proof licence.lookup");
    }

    /** It may be theirs. */
    @Test
    void areObtainedWhereARegisterNamesNoOwner() {
        ObjectNode nobodys = units(DEVELOPER, "现势");
        nobodys.withObject("/units/0").putArray("owners");
        known.put("property.lookup", nobodys);
        known.put("licence.lookup", having(licence(ESTATE, CERTIFICATE)));
        assertObtained(atTheFlat(), "property-proof licence.lookup");
    }

    @ParameterizedTest
    @CsvSource({"true, face-differs", "false, name-differs"})
    void areNotObtainedOfAPersonWhoIsAnother(boolean match, String reason) {
        ObjectNode told = (ObjectNode) matching(false);
        known.put("identity.verify", match ? told : told.put("match", match).without("faceMatch"));
        known.put("property.lookup", units(LI, "现势"));
        assertContradicted(resident(XINMI), "identity-proof identity.verify " + reason);
    }

    @Test
    void areAskedForAgainThoughTheyAreOnFile() {
        ObjectNode question = company(YIXIAN, "hv").put("business", "increase");
        List.of("identity-proof", "property-proof", "project-approval")
                .forEach(type -> question.withArray("onFile").addObject().put("type", type));
        assertThat(checked(question).path("mode").asText()).isEqualTo("none-needed");
        known.put("enterprise.verify", registered("deregistered"));
        assertContradicted(question, "identity-proof enterprise.verify deregistered");
    }

    /** Then it need not be asked for, but clarified. */
    @Test
    void areNamedWhereTheCustomerHasBroughtThem() {
        known.put("enterprise.verify", registered("deregistered"));
        JsonNode told = checked(offering(company(XINMI, "small-micro"), "identity-proof"));
        assertThat(each(told.path("contradicted"), "type", "reason")).containsExactly("identity-proof deregistered");
        assertThat(texts(told.path("missing"))).doesNotContain("identity-proof");
    }

    private void assertTitleContradicted(String reason) {
        known.put("licence.lookup", having(licence(ESTATE, CERTIFICATE)));
        assertContradicted(atTheFlat(), "property-proof property.lookup " + reason);
    }

    /** The developer's own, known by its unit and its certificate. */
    private static ObjectNode atTheFlat() {
        ObjectNode question = company(XINMI, "small-micro");
        question.withObject("/site").put("unitNo", FLAT);
        return question;
    }

    private void assertContradicted(ObjectNode question, String what) {
        JsonNode told = checked(question);
        String paper = what.split(" ")[0];
        assertThat(bean(Contracts.class).violations("documents.check.reply", told))
                .isEmpty();
        assertThat(each(told.path("contradicted"), "type", "service", "reason")).containsExactly(what);
        assertThat(told.at("/contradicted/0/by").asText()).isNotBlank();
        assertThat(told.at("/contradicted/0/evidence").asText()).isNotBlank();
        assertThat(each(told.path("obtained"), "type")).doesNotContain(paper);
        assertThat(each(told.path("refused"), "type")).doesNotContain(paper);
        assertThat(texts(told.path("missing"))).contains(paper);
        assertThat(told.path("mode").asText()).isNotEqualTo("none-needed");
    }

    private void assertObtained(ObjectNode question, String what) {
        JsonNode told = checked(question);
        assertThat(each(told.path("obtained"), "type", "service")).contains(what);
        assertThat(told.has("contradicted")).isFalse();
    }

    private static ObjectNode having(ObjectNode... licences) {
        ObjectNode found = Plots.object();
        for (ObjectNode licence : licences) {
            found.withArray("/licences").add(licence);
        }
        return found;
    }
}
