package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An electronic licence weighs as much as the paper where no register has the answer, while it is valid. */
class LicencesInChecksTest extends CheckingDocuments {

    private static final String SERVICE = "licences." + XINMI;
    private static final String RELYING = "grid.relying";

    /** What the licence service has, by type. */
    private final Map<String, ObjectNode> licences = new ConcurrentHashMap<>();

    @BeforeEach
    void knowNothingButLicences() {
        known.put("enterprise.verify", unregistered());
        known.put("property.lookup", list("units"));
        answer(visit ->
                Response.reply(service(visit).equals("licence.lookup") ? having(visit) : known.get(service(visit))));
    }

    @Test
    void standForThePaperThatNoRegisterKnows() {
        licences.put(BUSINESS, licence(BUSINESS, DEVELOPER));
        JsonNode told = checked(company(XINMI, "small-micro"));
        assertThat(each(told.path("obtained"), "type", "service", "by"))
                .containsExactly("identity-proof licence.lookup registers." + XINMI);
        assertThat(told.at("/obtained/0/evidence").asText()).isNotBlank();
        assertThat(texts(told.path("missing"))).containsExactly("property-proof");
        assertThat(each(told.path("refused"), "type")).contains("identity-proof");
        assertThat(each(told.path("sought"), "type", "service", "result"))
                .containsExactly(
                        "identity-proof enterprise.verify not-found",
                        "property-proof property.lookup not-found",
                        "property-proof licence.lookup not-found");
        assertThat(told.toString()).doesNotContain(DEVELOPER, "1.2.156");
    }

    @Test
    void leaveNothingToBringWhereThereIsOneForEachPaper() {
        licences.put(BUSINESS, licence(BUSINESS, DEVELOPER));
        licences.put(ESTATE, licence(ESTATE, CERTIFICATE));
        JsonNode told = checked(company(XINMI, "small-micro"));
        assertThat(told.path("mode").asText()).isEqualTo("none-needed");
        assertThat(each(told.path("obtained"), "type", "service"))
                .containsExactly("identity-proof licence.lookup", "property-proof licence.lookup");
        assertThat(told.path("missing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "expired", "revoked", "not-yet-valid"})
    void countForNothingWhereTheyAreNotValid(String status) {
        licences.put(BUSINESS, licence(BUSINESS, DEVELOPER).put("status", status));
        JsonNode told = checked(company(XINMI, "small-micro"));
        assertThat(told.path("obtained")).isEmpty();
        assertThat(texts(told.path("missing"))).contains("identity-proof");
        assertThat(each(told.path("sought"), "type", "service", "result"))
                .contains("identity-proof licence.lookup not-valid");
    }

    @ParameterizedTest
    @CsvSource({
        "豫(2024)新密市不动产权第0003344号, obtained",
        "豫（2024）新密市不动产权第0003344号, obtained",
        "豫 ( 2024 ) 新密市不动产权第 0003344 号, obtained",
        "豫(2024)新密市不动产权第0003345号, not-found",
        "豫(2014)新密市不动产权第0003344号, not-found",
        "0003344, not-found",
        "' ', not-found",
    })
    void proveATitleOnlyByTheNumberOfItsCertificate(String number, String result) {
        licences.put(ESTATE, licence(ESTATE, number));
        JsonNode told = checked(company(XINMI, "small-micro"));
        assertThat(each(told.path("obtained"), "type", "service"))
                .isEqualTo(result.equals("obtained") ? List.of("property-proof licence.lookup") : List.of());
        assertThat(each(told.path("sought"), "type", "service", "result")
                        .contains("property-proof licence.lookup not-found"))
                .isEqualTo(result.equals("not-found"));
    }

    @Test
    void proveNoTitleWhereNobodySaysWhichCertificateItHas() {
        licences.put(ESTATE, licence(ESTATE, CERTIFICATE));
        ObjectNode question = company(XINMI, "small-micro");
        question.withObject("/site").remove("certNo");
        JsonNode told = checked(question);
        assertThat(told.path("obtained")).isEmpty();
        assertThat(visits())
                .filteredOn(visit -> service(visit).equals("licence.lookup"))
                .extracting(visit -> visit.payload().at("/types/0").asText())
                .containsExactly(BUSINESS);
    }

    @Test
    void countForNothingWhereTheyAreSomebodyElses() {
        ObjectNode another = licence(BUSINESS, OWNER);
        another.withObject("/holder").put("idNo", "92370102MA3MRX6K1B");
        licences.put(BUSINESS, another);
        assertThat(each(checked(company(XINMI, "small-micro")).path("sought"), "type", "service", "result", "code"))
                .contains("identity-proof licence.lookup no-answer provider-failed");
    }

    /** It never asked for the licence itself: the gateway did, in its name. */
    @Test
    void areToldToWhoReliedOnThemWhenTheyAreRevoked() {
        ObjectNode licence = licence(BUSINESS, DEVELOPER);
        licences.put(BUSINESS, licence);
        newcomer(SERVICE, """
                kind: licence-service
                region: "%s"
                sends: [ { service: licence.revoked } ]
                """.formatted(XINMI));
        try (Office relying = office(RELYING, """
                kind: utility
                region: "%s"
                utility: electricity
                sends:
                  - { service: documents.check, purposes: ["supply application"] }
                receives: [licence.revoked]
                """.formatted(XINMI))) {
            Parcel check = query(RELYING, "documents.check", company(XINMI, "small-micro"))
                    .put("purpose", "supply application")
                    .sealed();
            JsonNode obtained = accepted(post(check)).json().at("/obtained/0");
            assertThat(obtained.path("service").asText()).isEqualTo("licence.lookup");
            accepted(post(event(SERVICE, "licence.revoked", revocation(licence))));
            await().until(() -> !relying.visits().isEmpty());
            assertThat(relying.visits()).singleElement().satisfies(told -> {
                assertThat(told.manifest().path("service").asText()).isEqualTo("licence.revoked");
                assertThat(told.payload().path("identifier")).isEqualTo(licence.path("identifier"));
                assertThat(each(told.manifest().path("relied"), "entry"))
                        .containsExactly(obtained.path("evidence").asText());
            });
        }
    }

    private static ObjectNode revocation(ObjectNode licence) {
        return Plots.object()
                .put("identifier", licence.path("identifier").asText())
                .put("reason", "经营主体注销")
                .put("at", CLOCK.instant().toString());
    }

    private static ObjectNode unregistered() {
        ObjectNode none = Plots.object().put("found", false);
        none.putArray("warnings");
        return none;
    }

    private ObjectNode having(Visit visit) {
        ObjectNode found = list("licences");
        visit.payload().path("types").forEach(type -> {
            if (licences.containsKey(type.asText())) {
                found.withArray("/licences").add(licences.get(type.asText()));
            }
        });
        return found;
    }
}
