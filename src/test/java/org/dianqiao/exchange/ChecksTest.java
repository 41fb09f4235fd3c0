package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check by itself: its status, its code, signed or not. */
class ChecksTest extends AtTheDoor {

    @Test
    void receiptsAMessageThatPassesThemAll() {
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void refusesAManifestForAnotherPath() {
        assertUnsigned(post(coded().sealed().at("/exchange/v1/project.updated")), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt", "reply", "refusal"})
    void takesNoAnswerForAMessage(String kind) {
        assertUnsigned(post(coded().put("kind", kind).put("replyTo", "a-1")), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval.shandong", "gateway"})
    void refusesASenderWhomItDoesNotKnow(String from) {
        assertUnsigned(post(coded().put("from", from)), 401, "unknown-sender");
    }

    @Test
    void refusesASignatureOverOtherBytes() {
        Parcel parcel = coded().sealed();
        Parcel other = coded().sealed();
        assertUnsigned(post(parcel.withSignature(other.signatureHeader())), 401, "bad-signature");
    }

    @Test
    void refusesASignatureThatIsNoSignedData() {
        assertUnsigned(
                post(coded().sealed().withSignature(new byte[] {0x30, 0x03, 0x02, 0x01, 0x01})), 401, "bad-signature");
    }

    @Test
    void refusesTheSignatureOfAnotherPartner() {
        Draft draft = Draft.event(PLATFORM, sender(GRID)::seal, "project.code-assigned", Plots.coded());
        assertUnsigned(post(draft), 401, "bad-certificate");
    }

    @Test
    void leavesNoTraceInTheLedgerOfWhomItDoesNotKnow() {
        Parcel parcel = coded().put("from", "approval.shandong").sealed();
        post(parcel);
        assertThat(entriesOf(parcel)).isZero();
    }

    @Test
    void refusesAServiceThatDoesNotExist() {
        Parcel parcel = event(PLATFORM, "project.celebrated", Plots.coded()).sealed();
        assertRefused(post(parcel), parcel, 404, "unknown-service");
    }

    @Test
    void refusesAServiceOfTheVocabularyThatIsNotCarriedYet() {
        Parcel parcel = event(PLATFORM, "joint.applied", Plots.object()).sealed();
        assertRefused(post(parcel), parcel, 404, "unknown-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.answered", "notice.published", "lead.assigned"})
    void refusesAServiceThatIsNotGranted(String service) {
        Parcel parcel = event(PLATFORM, service, Plots.object()).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @Test
    void refusesTheWrongKindOfMessage() {
        Parcel parcel = query(PLATFORM, "project.code-assigned", Plots.coded()).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curiosity", "Supply application", "supply application "})
    void refusesAPersonalQuestionWithoutAGrantedPurpose(String purpose) {
        Draft draft = query(GRID, "property.lookup", Plots.propertyOf("豫(2026)郑州市不动产权第0012345号"));
        Parcel parcel = (purpose.isEmpty() ? draft : draft.put("purpose", purpose)).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @ParameterizedTest
    @CsvSource({"-73, stale", "-71, accepted"})
    void takesEventsOfThreeDays(int hours, String outcome) {
        assertOutcome(coded().sent(Instant.now().plus(Duration.ofHours(hours))), outcome);
    }

    @ParameterizedTest
    @CsvSource({"-301, stale", "-280, contract-violated", "280, contract-violated", "310, stale"})
    void takesQueriesOfFiveMinutes(int seconds, String outcome) {
        Draft question = query(GRID, "lead.lookup", Plots.leadOf(Plots.freshCode()));
        assertOutcome(question.sent(Instant.now().plusSeconds(seconds)), outcome);
    }

    @ParameterizedTest
    @CsvSource({"310, stale", "280, accepted"})
    void takesNoEventFromTheFuture(int seconds, String outcome) {
        assertOutcome(coded().sent(Instant.now().plusSeconds(seconds)), outcome);
    }

    @Test
    void refusesMoreThanTheServicesLimit() {
        Parcel parcel =
                drill().pieces(Draft.Piece.text("payload", "x".repeat(1025))).sealed();
        assertRefused(post(parcel), parcel, 413, "too-large");
    }

    @Test
    void takesAsMuchAsTheServicesLimit() {
        Parcel parcel =
                drill().pieces(Draft.Piece.text("payload", "x".repeat(1024))).sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void countsAllPartsTogetherAgainstTheLimit() {
        Parcel parcel = drill().pieces(
                        Draft.Piece.text("payload", "x".repeat(600)), Draft.Piece.text("more", "x".repeat(600)))
                .sealed();
        assertRefused(post(parcel), parcel, 413, "too-large");
    }

    @Test
    void refusesAPartWithAnotherDigest() {
        Parcel parcel =
                coded().claiming(part -> part.put("sm3", "0".repeat(64))).sealed();
        assertRefused(post(parcel), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesAPayloadThatDoesNotFitItsContract() {
        ObjectNode payload = Plots.coded();
        payload.remove("owner");
        Parcel parcel = event(PLATFORM, "project.code-assigned", payload).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly("/owner");
        assertThat(reply.json().path("errors").findValuesAsText("message")).containsExactly("缺少 owner");
    }

    @ParameterizedTest
    @CsvSource({"/regionCode, 370102", "/projectCode, 2603-370102-89-02-770018"})
    void refusesARegionThatTheSenderDoesNotActFor(String pointer, String elsewhere) {
        ObjectNode payload = Plots.coded();
        payload.put(pointer.substring(1), elsewhere);
        Parcel parcel = event(PLATFORM, "project.code-assigned", payload).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @Test
    void refusesASiteInARegionThatTheSenderDoesNotActFor() {
        ObjectNode payload = Plots.coded();
        ((ObjectNode) payload.path("site")).put("regionCode", "370102");
        Parcel parcel = event(PLATFORM, "project.code-assigned", payload).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    private static void assertOutcome(Draft draft, String outcome) {
        Parcel parcel = draft.sealed();
        switch (outcome) {
            case "stale" -> assertRefused(post(parcel), parcel, 401, "stale");
            case "contract-violated" -> assertRefused(post(parcel), parcel, 422, "contract-violated");
            default -> assertReceipt(post(parcel), parcel, 202);
        }
    }
}
