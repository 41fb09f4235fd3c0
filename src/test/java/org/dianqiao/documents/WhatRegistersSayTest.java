package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The registers are asked in the utility's name, and what they say counts for no more than it is. */
@ExtendWith(OutputCaptureExtension.class)
class WhatRegistersSayTest extends CheckingDocuments {

    @Test
    void isAskedInTheUtilitysNameByTheGatewaysSignature() {
        Parcel check = draft(resident(XINMI)).put("case", Plots.CODE).sealed();
        accepted(post(check));
        assertThat(visits())
                .extracting(CheckingDocuments::service)
                .containsExactlyInAnyOrder("identity.verify", "property.lookup");
        for (Visit visit : visits()) {
            JsonNode asked = visit.manifest();
            assertThat(asked.path("purpose").asText()).isEqualTo("supply application");
            assertThat(asked.path("case").asText()).isEqualTo(Plots.CODE);
            assertThat(asked.at("/attested/of").asText()).isEqualTo("grid." + XINMI);
            assertThat(asked.at("/attested/means").asText()).isEqualTo("documents.check");
            assertThat(visit.originManifest()).isNull();
        }
    }

    @Test
    void isAskedOfNothingButWhatTheyNeedToKnow() {
        checked(resident(XINMI));
        assertThat(payload("identity.verify"))
                .isEqualTo(Plots.object().put("name", "李卫东").put("idNo", LI).put("faceToken", "FACE-LIWEIDONG-0001"));
        assertThat(payload("property.lookup"))
                .isEqualTo(Plots.object().put("regionCode", XINMI).put("unitNo", FLAT));
    }

    @Test
    void isAskedOfACompanyByItsCodeAsRegistersWriteIt() {
        ObjectNode question = company(XINMI, "small-micro");
        question.withObject("/applicant").put("idNo", DEVELOPER.toLowerCase(Locale.ROOT));
        checked(question);
        assertThat(payload("enterprise.verify").path("uscc").asText()).isEqualTo(DEVELOPER);
    }

    private static JsonNode payload(String service) {
        return visits().stream()
                .filter(visit -> service(visit).equals(service))
                .findFirst()
                .orElseThrow()
                .payload();
    }

    @Test
    void isProvedByItsEvidenceToTheUtility() {
        Parcel check = draft(resident(XINMI)).sealed();
        for (JsonNode one : accepted(post(check)).json().path("obtained")) {
            String entry = one.path("evidence").asText();
            Reply bundle = accepted(post(
                    query("grid." + XINMI, "ledger.evidence", Plots.object().put("entry", entry))));
            assertThat(bundle.header("Content-Type")).isEqualTo("application/vnd.dqx.evidence+zip");
            assertThat(new String(bundle.body(), StandardCharsets.ISO_8859_1))
                    .as("whoever may not ask the register gets the digests of its words, not the words")
                    .contains("answer/manifest.json", "message/parts/payload")
                    .doesNotContain("answer/body");
            assertThat(drawnFrom(entry))
                    .contains("\"drawnFrom\":{\"service\":\"documents.check\",\"id\":\"" + check.id());
        }
    }

    private static String drawnFrom(String entry) {
        return new String(database()
                .sql("SELECT manifest FROM ledger_entry WHERE id = ? AND direction = 'in' AND outcome = 'accepted'")
                .param(entry)
                .query(byte[].class)
                .single());
    }

    @Test
    void isCoveredByTheGrantOfTheCheckAndByNothingElse() {
        checked(resident(XINMI));
        Parcel curious = query(
                        "grid." + XINMI,
                        "identity.verify",
                        Plots.object().put("name", "李卫东").put("idNo", LI))
                .put("purpose", "supply application")
                .sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @Test
    void isNotCountedAgainstTheUtilitysRate() {
        newcomer("grid.slow", """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [{ service: documents.check, purposes: ["supply application"] }]
                receives: []
                rate: { perSecond: 1, burst: 1 }
                """.formatted(XINMI));
        Reply reply = accepted(
                post(query("grid.slow", "documents.check", resident(XINMI)).put("purpose", "supply application")));
        assertThat(reply.json().path("obtained")).hasSize(2);
    }

    @Test
    void isNotAskedAgainByARepeat() {
        Parcel check = draft(resident(XINMI)).sealed();
        Reply first = accepted(post(check));
        assertThat(accepted(post(check)).words()).isEqualTo(first.words());
        assertThat(visits()).hasSize(2);
    }

    @Test
    void countsForNothingWhereTheFaceIsAnothers() {
        known.put("identity.verify", matching(false));
        assertSought(resident(XINMI), "identity-proof identity.verify differs");
    }

    @Test
    void countsForNothingWhereThereIsNoPictureOfAFaceThatWasShown() {
        known.put("identity.verify", ((ObjectNode) matching(true)).without("faceMatch"));
        assertSought(resident(XINMI), "identity-proof identity.verify not-compared");
        ObjectNode faceless = resident(XINMI);
        faceless.withObject("/applicant").remove("faceToken");
        assertThat(each(checked(faceless).path("obtained"), "type")).contains("identity-proof");
    }

    @ParameterizedTest
    @CsvSource({"true, differs", "false, not-found"})
    void countsForNothingWhereTheNameIsNotThatOfTheNumber(boolean found, String result) {
        known.put(
                "identity.verify",
                ((ObjectNode) matching(true))
                        .put("match", false)
                        .put("found", found)
                        .without("faceMatch"));
        assertSought(resident(XINMI), "identity-proof identity.verify " + result);
    }

    @ParameterizedTest
    @CsvSource({"deregistered, not-valid", "licence-revoked, not-valid"})
    void countsForNothingWhereTheEnterpriseIsGone(String status, String result) {
        known.put("enterprise.verify", registered(status));
        assertSought(company(XINMI, "small-micro"), "identity-proof enterprise.verify " + result);
    }

    @Test
    void isPassedOnWhereTheRegisterWarnsOfAnEnterpriseThatGoesOn() {
        ObjectNode warned = registered("active").put("suspect", true);
        warned.withArray("warnings").add("abnormal-operation");
        known.put("enterprise.verify", warned);
        JsonNode proof = checked(company(XINMI, "small-micro")).path("obtained").path(0);
        assertThat(texts(proof.path("warnings"))).containsExactly("abnormal-operation");
        assertThat(proof.path("suspect").asBoolean()).isTrue();
        warned.withArray("warnings").add("name-differs");
        assertSought(company(XINMI, "small-micro"), "identity-proof enterprise.verify differs");
    }

    @ParameterizedTest
    @CsvSource({"历史, not-valid", "注销, not-valid"})
    void countsForNothingWhereTheTitleHasEnded(String status, String result) {
        known.put("property.lookup", units(LI, status));
        assertSought(resident(XINMI), "property-proof property.lookup " + result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"现势", "抵押", "查封"})
    void provesATitleThatIsMortgagedOrSealed(String status) {
        known.put("property.lookup", units(LI, status));
        JsonNode proof = checked(resident(XINMI)).at("/obtained/1");
        assertThat(proof.path("type").asText()).isEqualTo("property-proof");
        assertThat(texts(proof.path("warnings"))).isEqualTo(status.equals("查封") ? List.of("sealed") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "4101**********123X, 李*东, obtained",
        "4101**********123X, 李**, obtained",
        "4101**********123X, 王*五, not-theirs",
        "4101**********123X, 李卫, not-theirs",
        "4101**********1234, 李*东, not-theirs",
        "41**************3X, 李*东, not-theirs",
        "4101*********123X, 李*东, not-theirs"
    })
    void countsAsFarAsAMaskedNumberTells(String number, String name, String result) {
        ObjectNode masked = units(LI, "现势");
        masked.withObject("/units/0/owners/0")
                .put("idNo", number)
                .put("name", name)
                .put("masked", true);
        known.put("property.lookup", masked);
        JsonNode told = checked(resident(XINMI));
        assertThat(each(told.path("sought"), "result"))
                .isEqualTo(result.equals("obtained") ? List.of() : List.of(result));
    }

    @Test
    void countsForNothingWhereItIsOfAnotherFlatOrAnotherCertificate() {
        ObjectNode next = resident(XINMI);
        next.withObject("/site").put("unitNo", FLAT.replace("0101", "0102"));
        assertSought(next, "property-proof property.lookup not-found");
        ObjectNode blank = resident(XINMI);
        blank.withObject("/site").put("certNo", " ");
        assertSought(blank, "property-proof property.lookup differs");
        ObjectNode old = resident(XINMI);
        old.withObject("/site").put("certNo", CERTIFICATE.replace("2024", "2016"));
        assertSought(old, "property-proof property.lookup differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"花都大道6号1幢101室", "新密市花都大道 6号1幢101室", "河南省郑州市新密市花都大道６号１幢１０１室"})
    void isFoundByTheAddressWhereNothingElseIsKnown(String address) {
        ObjectNode question = resident(XINMI);
        question.withObject("/site").put("address", address).remove("unitNo");
        assertThat(each(checked(question).path("obtained"), "type")).contains("property-proof");
        assertThat(payload("property.lookup").at("/owner/idNo").asText()).isEqualTo(LI);
        assertThat(payload("property.lookup").at("/owner").has("faceToken")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101室", "1幢101室", "花都大道6号1幢102室"})
    void isNotFoundByAnAddressThatIsOnlyPartOfIt(String address) {
        ObjectNode question = resident(XINMI);
        question.withObject("/site").put("address", address).remove("unitNo");
        assertSought(question, "property-proof property.lookup not-found");
    }

    private void assertSought(ObjectNode question, String sought) {
        JsonNode told = checked(question);
        assertThat(each(told.path("sought"), "type", "service", "result")).contains(sought);
        assertThat(texts(told.path("missing"))).contains(sought.split(" ")[0]);
    }

    /** The gateway gives each of them four seconds here: one after the other would be twelve. */
    @Test
    void isWaitedForTogether() {
        CountDownLatch end = new CountDownLatch(1);
        answer(visit -> silent(end));
        Instant asked = CLOCK.instant();
        ObjectNode question = offering(resident(XINMI), "identity-proof");
        question.withObject("/site").put("certNo", CERTIFICATE);
        JsonNode told = checked(question);
        end.countDown();
        assertThat(Duration.between(asked, CLOCK.instant())).isLessThan(Duration.ofSeconds(10));
        assertMode(told, "tolerant", "HEN20-M2");
        assertThat(each(told.path("sought"), "result", "code")).hasSize(3).containsOnly("no-answer provider-timeout");
    }

    private static Response silent(CountDownLatch end) {
        try {
            end.await();
            return Response.unsigned(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isSaidToBeOfBeforeWhereTheRegisterIsSilentNow() {
        checked(company(XINMI, "small-micro"));
        known.remove("enterprise.verify");
        JsonNode proof = checked(company(XINMI, "small-micro")).path("obtained").path(0);
        assertThat(proof.path("type").asText()).isEqualTo("identity-proof");
        assertThat(proof.path("heldFor").isIntegralNumber()).isTrue();
    }

    @Test
    void isNothingWhereTheAnswerDoesNotFitItsContract() {
        known.put("property.lookup", Plots.object());
        JsonNode told = checked(resident(XINMI));
        assertMode(told, "tolerant", "HEN20-M2");
        assertThat(each(told.path("sought"), "service", "result", "code"))
                .containsExactly("property.lookup no-answer provider-failed");
    }

    @Test
    void leavesNothingPersonalInTheLog(CapturedOutput log) {
        checked(resident(XINMI));
        assertThat(log.getAll())
                .contains("documents.check", "none-needed, of [identity-proof, property-proof]")
                .doesNotContain(LI, "李卫东", "FACE-", FLAT, "花都大道");
    }

    @Test
    void isAskedOfThePlacesOwnRegistry() {
        ObjectNode elsewhere = resident(XINMI);
        elsewhere.withObject("/site").put("regionCode", XINMI);
        checked(elsewhere);
        assertThat(List.of(payload("property.lookup").path("regionCode").asText()))
                .containsExactly(XINMI);
    }
}
