package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.codes.LicenceType;
import org.dianqiao.verifier.Verified;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A licence service takes back what it said, and who relied on it is told. */
class RevokedLicencesTest extends AtTheDoor {

    private static final String SERVICE = "licences.jinshui";
    private static final String UTILITY = "grid.jinshui";
    private static final String OTHER = "water.jinshui";
    private static final String BUSINESS = "11100000MB0143028R001";
    private static final String ISSUER = "11410105MB1T00041M";
    private static final String ASKS = """
            kind: utility
            region: "410105"
            sends:
              - { service: licence.lookup, purposes: ["supply application"] }
              - { service: licence.verify, purposes: ["supply application"] }
              - { service: ledger.evidence }
            """;
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static Office service;
    private static Office utility;
    private static Office other;

    private final String licence = licence(ISSUER);
    private String holder = "91410100MA7K3D2F5N";

    @BeforeAll
    static void opens() {
        service = office(SERVICE, """
                kind: licence-service
                region: "410105"
                sends: [ { service: licence.revoked } ]
                receives: [licence.lookup, licence.verify]
                """);
        utility = office(UTILITY, ASKS + "receives: [licence.revoked]\n");
        other = office(OTHER, ASKS + "receives: [licence.revoked]\n");
    }

    @AfterAll
    static void closes() {
        service.close();
        utility.close();
        other.close();
    }

    @BeforeEach
    void knows() {
        says("valid", "2030-12-31");
    }

    @AfterEach
    void forgets() {
        utility.visits().clear();
        other.visits().clear();
    }

    @Test
    void areToldToWhoWasGivenThemInTheServicesOwnWords() {
        Parcel question = lookup(UTILITY);
        Reply reply = accepted(post(question));
        Parcel revoked = revoked(licence).sealed();
        long before = letters(OTHER);
        accepted(post(revoked));
        Visit told = toldOnce(utility);
        assertThat(told.manifest().path("service").asText()).isEqualTo("licence.revoked");
        assertThat(told.originManifest()).isEqualTo(revoked.manifestHeader());
        assertThat(told.originSignature()).isEqualTo(revoked.signatureHeader());
        assertThat(told.payload().path("identifier").asText()).isEqualTo(licence);
        assertThat(told.manifest().path("relied"))
                .isEqualTo(Plots.object().arrayNode().add(relied(question, reply)));
        assertThat(letters(OTHER)).isEqualTo(before);
    }

    @Test
    void areToldWithAllQuestionsTheLastFirst() {
        Parcel first = lookup(UTILITY);
        Reply firstReply = accepted(post(first));
        says(Plots.object().put("result", "valid"));
        Parcel second = verify(UTILITY);
        Reply secondReply = accepted(post(second));
        accepted(post(revoked(licence).sealed()));
        assertThat(toldOnce(utility).manifest().path("relied"))
                .containsExactly(relied(second, secondReply), relied(first, firstReply));
    }

    @Test
    void areToldWithEvidence() {
        accepted(post(lookup(UTILITY)));
        accepted(post(revoked(licence).sealed()));
        String message = toldOnce(utility).manifest().path("id").asText();
        String entry = await().until(() -> entryOf(message), Objects::nonNull);
        ObjectNode which = Plots.object().put("entry", entry);
        byte[] bundle = accepted(post(query(UTILITY, "ledger.evidence", which).sealed()))
                .body();
        JsonNode opinion =
                Verified.report(bundle, home().resolve("data/sandbox/root.pem")).at("/bundles/0");
        assertThat(opinion.path("verdict").asText())
                .as(opinion.toPrettyString())
                .isNotBlank()
                .isNotEqualTo("INVALID");
    }

    @Test
    void areToldToEveryoneWhoWasGivenThem() {
        accepted(post(lookup(UTILITY)));
        accepted(post(lookup(OTHER)));
        accepted(post(revoked(licence).sealed()));
        toldOnce(utility);
        toldOnce(other);
    }

    @Test
    void areToldOnce() {
        accepted(post(lookup(UTILITY)));
        long before = letters(UTILITY);
        Parcel revoked = revoked(licence).sealed();
        accepted(post(revoked));
        accepted(post(revoked));
        accepted(post(revoked(licence).sealed()));
        assertThat(letters(UTILITY) - before).isEqualTo(1);
    }

    @Test
    void areToldToNobodyWhoAskedForOthers() {
        accepted(post(lookup(UTILITY)));
        long before = letters(UTILITY);
        accepted(post(revoked(licence(ISSUER)).sealed()));
        assertThat(letters(UTILITY)).isEqualTo(before);
        assertThat(deadLetters()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"suspended, 2030-12-31", "expired, 2025-12-31", "revoked, 2030-12-31", "valid, 2026-01-31"})
    void areToldToNobodyForWhomTheyWereNotValid(String status, String validTo) {
        says(status, validTo);
        accepted(post(lookup(UTILITY)));
        long before = letters(UTILITY);
        accepted(post(revoked(licence).sealed()));
        assertThat(letters(UTILITY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mismatch", "expired-or-revoked", "not-found"})
    void areToldToNobodyWhoWasToldThatTheyAreNotRight(String result) {
        says(Plots.object().put("result", result));
        accepted(post(verify(UTILITY)));
        long before = letters(UTILITY);
        accepted(post(revoked(licence).sealed()));
        assertThat(letters(UTILITY)).isEqualTo(before);
    }

    /** The customer knew its number, or only whose it is; somebody else was given the licence itself. */
    @ParameterizedTest
    @CsvSource({"number, 9141 0100（A）1", "holder, 91410100mb1t00041m"})
    void areToldToWhoVerifiedThemByWhatStandsOnThem(String member, String said) {
        holder = "91410100MB1T00041M";
        says("valid", "2030-12-31");
        accepted(post(lookup(OTHER)));
        says(Plots.object().put("result", "valid"));
        Parcel question = verifyBy(UTILITY, member, said);
        Reply reply = accepted(post(question));
        accepted(post(revoked(licence).sealed()));
        assertThat(toldOnce(utility).manifest().path("relied")).containsExactly(relied(question, reply));
        toldOnce(other);
    }

    @Test
    void areToldToWhoVerifiedANumberThatTheRevocationSays() {
        says(Plots.object().put("result", "valid"));
        accepted(post(verifyBy(UTILITY, "number", "SP-" + licence)));
        accepted(post(event(SERVICE, "licence.revoked", payload(licence).put("number", "SP-" + licence))
                .sealed()));
        toldOnce(utility);
    }

    @Test
    void areToldToWhoWasToldTheIdentifierWhenTheyVerified() {
        says(Plots.object().put("result", "valid").put("identifier", licence));
        accepted(post(verifyBy(UTILITY, "number", "SQ-" + licence)));
        accepted(post(revoked(licence).sealed()));
        toldOnce(utility);
    }

    /** Somebody else had it verified by both. */
    @Test
    void areToldToWhoVerifiedANumberThatStoodBesideTheIdentifier() {
        says(Plots.object().put("result", "valid"));
        accepted(post(verifyBy(UTILITY, "number", "SR-" + licence)));
        accepted(post(verifyBoth(OTHER, "SR-" + licence)));
        accepted(post(revoked(licence).sealed()));
        toldOnce(utility);
        toldOnce(other);
    }

    /** What differs is another licence's. */
    @Test
    void areToldToNobodyWhoVerifiedANumberThatDidNotFitTheIdentifier() {
        says(Plots.object().put("result", "valid"));
        accepted(post(verifyBy(UTILITY, "number", "SS-" + licence)));
        says(Plots.object().put("result", "mismatch"));
        accepted(post(verifyBoth(OTHER, "SS-" + licence)));
        long before = letters(UTILITY);
        accepted(post(revoked(licence).sealed()));
        assertThat(letters(UTILITY)).isEqualTo(before);
    }

    @Test
    void areToldToNobodyWhoVerifiedAnother() {
        says("valid", "2030-12-31");
        accepted(post(lookup(OTHER)));
        says(Plots.object().put("result", "valid"));
        accepted(post(verifyBy(UTILITY, "number", "91410100A2")));
        long before = letters(UTILITY);
        accepted(post(revoked(licence).sealed()));
        toldOnce(other);
        assertThat(letters(UTILITY)).isEqualTo(before);
    }

    /** 2026-03-01T07:00+08:00 is the last day of February in Greenwich. */
    @ParameterizedTest
    @CsvSource({"2026-03-01, 1", "2026-02-28, 0"})
    void countAsLongAsTheirLastDayInChinaIsNotOver(String validTo, int told) {
        says("valid", validTo);
        accepted(post(lookup(UTILITY)));
        long before = letters(UTILITY);
        accepted(post(revoked(licence).sealed()));
        assertThat(letters(UTILITY) - before).isEqualTo(told);
    }

    @Test
    void areForTheServiceOfTheIssuersRegionToRevoke() {
        for (String issuer : new String[] {"11410100MB1T00041M", "11100000MB1T00041M", "410102", "X"}) {
            Parcel foreign = revoked(licence(issuer)).sealed();
            assertRefused(post(foreign), foreign, 403, "not-permitted");
        }
        accepted(post(revoked(licence("410105")).sealed()));
    }

    @Test
    void areForTheServiceAloneToRevoke() {
        Parcel question = event(UTILITY, "licence.revoked", payload(licence)).sealed();
        assertRefused(post(question), question, 403, "not-permitted");
    }

    @Test
    void areNamedByARightIdentifier() {
        Parcel wrong = event(SERVICE, "licence.revoked", payload(licence + "0")).sealed();
        assertRefused(post(wrong), wrong, 422, "contract-violated");
    }

    @Test
    void waitForAnOperatorWhereWhoWasGivenThemDoesNotListen() {
        accepted(post(lookup(OTHER)));
        describe(OTHER, ASKS);
        long before = deadLetters();
        accepted(post(revoked(licence).sealed()));
        assertThat(deadLetters() - before).isEqualTo(1);
        describe(
                OTHER,
                ASKS + "receives: [licence.revoked]\nendpoint: { transport: native, url: \"" + other.endpoint()
                        + "\" }\n");
        database()
                .sql("DELETE FROM dead_letter WHERE service = 'licence.revoked'")
                .update();
    }

    @Test
    void areForgottenWithTheReplies() {
        accepted(post(lookup(UTILITY)));
        watchIn(Duration.ofDays(29)).erase();
        assertThat(reliances()).isPositive();
        watchIn(Duration.ofDays(31)).erase();
        assertThat(reliances()).isZero();
    }

    @Test
    void areNotGivenAgainWhileTheServiceIsSilent() {
        Reply reply = accepted(post(lookup(UTILITY)));
        database().sql("""
                        INSERT INTO held_answer (partner, provider, service, question, entry, asked_entry, at)
                        VALUES (?, ?, 'licence.lookup', '', ?, '', now())
                        """).params(UTILITY, SERVICE, reply.header("DQ-Entry")).update();
        accepted(post(revoked(licence).sealed()));
        assertThat(database()
                        .sql("SELECT count(*) FROM held_answer WHERE entry = ?")
                        .param(reply.header("DQ-Entry"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void says(String status, String validTo) {
        ObjectNode said = Plots.object();
        said.putArray("licences")
                .addObject()
                .put("identifier", licence)
                .put("type", BUSINESS)
                .put("typeName", "营业执照")
                .put("number", "91410100(A)1")
                .put("issuer", "郑州市金水区市场监督管理局")
                .put("issuedOn", "2022-03-15")
                .put("validTo", validTo)
                .put("status", status)
                .putObject("holder")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", holder);
        says(said);
    }

    private static void says(JsonNode reply) {
        service.manner(visit -> Response.reply(reply));
    }

    private Parcel lookup(String asker) {
        return query(asker, "licence.lookup", Plots.object().put("identifier", licence))
                .put("purpose", "supply application")
                .sealed();
    }

    private Parcel verify(String asker) {
        return query(
                        asker,
                        "licence.verify",
                        Plots.object().put("type", BUSINESS).put("identifier", licence))
                .put("purpose", "supply application")
                .sealed();
    }

    private static Parcel verifyBy(String asker, String member, String said) {
        ObjectNode question = Plots.object().put("type", BUSINESS);
        if (member.equals("holder")) {
            question.putObject("holder")
                    .put("kind", "enterprise")
                    .put("name", "河南中原置业有限公司")
                    .put("idType", "001")
                    .put("idNo", said);
        } else {
            question.put(member, said);
        }
        return query(asker, "licence.verify", question)
                .put("purpose", "supply application")
                .sealed();
    }

    private Parcel verifyBoth(String asker, String number) {
        ObjectNode both =
                Plots.object().put("type", BUSINESS).put("identifier", licence).put("number", number);
        return query(asker, "licence.verify", both)
                .put("purpose", "supply application")
                .sealed();
    }

    private static Draft revoked(String identifier) {
        return event(SERVICE, "licence.revoked", payload(identifier));
    }

    private static ObjectNode payload(String identifier) {
        return Plots.object()
                .put("identifier", identifier)
                .put("reason", "经营主体注销")
                .put("at", "2026-03-01T07:00:00.000+08:00");
    }

    private static String licence(String issuer) {
        String serial = "2026%06d%06d".formatted(ProcessHandle.current().pid() % 1_000_000, SERIAL.incrementAndGet());
        return LicenceIdentifier.of(LicenceType.of(BUSINESS), issuer, serial, 1).text();
    }

    private static ObjectNode relied(Parcel question, Reply reply) {
        return Plots.object().put("id", question.id()).put("entry", reply.header("DQ-Entry"));
    }

    /** Of this test's licence; word of another's may still come. */
    private Visit toldOnce(Office office) {
        await().until(() -> !told(office).isEmpty());
        assertThat(told(office)).hasSize(1);
        return told(office).get(0);
    }

    private List<Visit> told(Office office) {
        return office.visits().stream()
                .filter(visit -> visit.payload().path("identifier").asText().equals(licence))
                .toList();
    }

    /** How often a partner was told of any, or is going to be. */
    private static long letters(String partner) {
        return database().sql("""
                        SELECT (SELECT count(*) FROM delivery WHERE service = 'licence.revoked' AND partner = :partner)
                             + (SELECT count(*) FROM ledger_entry
                                WHERE service = 'licence.revoked' AND partner = :partner AND direction = 'out')
                        """).param("partner", partner).query(Long.class).single();
    }

    private static @Nullable String entryOf(String message) {
        return database()
                .sql("SELECT id FROM ledger_entry WHERE direction = 'out' AND message_id = ?")
                .param(message)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static long deadLetters() {
        return database()
                .sql("SELECT count(*) FROM dead_letter WHERE service = 'licence.revoked' AND closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    private static RelianceWatch watchIn(Duration later) {
        return new RelianceWatch(bean(RelianceStore.class), bean(Catalogue.class), Clock.offset(CLOCK, later));
    }

    private static long reliances() {
        return database()
                .sql("SELECT count(*) FROM relied_licence")
                .query(Long.class)
                .single();
    }
}
