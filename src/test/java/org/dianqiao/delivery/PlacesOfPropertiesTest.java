package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A province's utility asks, and the registries are its cities'. */
class PlacesOfPropertiesTest extends AtTheDoor {

    private static final String ASKER = "grid.hunan";
    private static final String CHANGSHA = "registry.changsha";
    private static final String ZHUZHOU = "registry.zhuzhou";
    private static final String OF_CHANGSHA = "430102003006GB00021W00000000";
    private static final String OF_ZHUZHOU = "430202 003006 GB00021 W00000000";
    private static final String OF_NANNING = "450103001001GB00001F00010001";
    private static final String CERTIFICATE = "湘(2026)长沙市不动产权第0012345号";

    private Office changsha;
    private Office zhuzhou;

    @BeforeAll
    static void comes() {
        newcomer(ASKER, """
                kind: utility
                region: "430000"
                sends:
                  - { service: property.lookup, purposes: ["supply application"] }
                """);
    }

    @BeforeEach
    void opens() {
        changsha = registry(CHANGSHA, "430100");
    }

    @AfterEach
    void closes() {
        Stream.of(changsha, zhuzhou).filter(office -> office != null).forEach(Office::close);
        describe(CHANGSHA, without("430100"));
        describe(ZHUZHOU, without("430200"));
    }

    @Test
    void areAskedAboutWhereTheUnitLies() {
        zhuzhou = registry(ZHUZHOU, "430200");
        accepted(post(unit(OF_CHANGSHA).sealed()));
        accepted(post(unit(OF_ZHUZHOU).sealed()));
        assertThat(changsha.visits()).singleElement().satisfies(visit -> assertThat(
                        visit.payload().path("unitNo").asText())
                .isEqualTo(OF_CHANGSHA));
        assertThat(zhuzhou.visits()).singleElement().satisfies(visit -> assertThat(
                        visit.payload().path("unitNo").asText())
                .isEqualTo(OF_ZHUZHOU));
    }

    @Test
    void areAskedAboutWhereTheQuestionSays() {
        zhuzhou = registry(ZHUZHOU, "430200");
        accepted(post(
                about(Plots.propertyOf(CERTIFICATE).put("regionCode", "430202")).sealed()));
        assertThat(zhuzhou.visits()).hasSize(1);
    }

    @Test
    void areAskedAboutInTheOnlyRegistryThatThereIs() {
        accepted(post(certificate().sealed()));
        accepted(post(about(Plots.object().set("owner", owner())).sealed()));
        assertThat(changsha.visits()).hasSize(2);
    }

    @Test
    void areRefusedUntilTheQuestionSaysInWhichOfSeveral() {
        zhuzhou = registry(ZHUZHOU, "430200");
        Parcel question = certificate().sealed();
        Reply reply = post(question);
        assertRefused(reply, question, 422, "contract-violated");
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/regionCode");
        accepted(post(certificate().put("to", ZHUZHOU).sealed()));
        assertThat(changsha.visits()).isEmpty();
        assertThat(zhuzhou.visits()).hasSize(1);
    }

    @Test
    void areAskedAboutInTheRegistryOfTheWholeRegionFirst() {
        try (Office hunan = registry("registry.hunan", "430000")) {
            accepted(post(certificate().sealed()));
            assertThat(hunan.visits()).hasSize(1);
            assertThat(changsha.visits()).isEmpty();
        } finally {
            describe("registry.hunan", without("430000"));
        }
    }

    @Test
    void haveNoAnswerWhereThePlaceHasNoRegistry() {
        Parcel question = unit(OF_ZHUZHOU).sealed();
        assertRefused(post(question), question, 502, "provider-failed");
        assertThat(changsha.visits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unitNo", "regionCode"})
    void areNobodysToAskAboutWhoDoesNotActThere(String member) {
        try (Office nanning = registry("registry.nanning", "450100")) {
            ObjectNode elsewhere = member.equals("unitNo")
                    ? Plots.object().put("unitNo", OF_NANNING)
                    : Plots.propertyOf(CERTIFICATE).put("regionCode", "450103");
            Parcel question = about(elsewhere).sealed();
            assertRefused(post(question), question, 403, "not-permitted");
            assertThat(nanning.visits()).isEmpty();
        } finally {
            describe("registry.nanning", without("450100"));
        }
    }

    private static Draft unit(String number) {
        return about(Plots.object().put("unitNo", number));
    }

    private static Draft certificate() {
        return about(Plots.propertyOf(CERTIFICATE));
    }

    private static Draft about(ObjectNode question) {
        return query(ASKER, "property.lookup", question).put("purpose", "supply application");
    }

    private static ObjectNode owner() {
        return Plots.object()
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
    }

    private static Office registry(String id, String region) {
        Office office = office(id, without(region) + "receives: [property.lookup]\n");
        office.manner(visit -> {
            ObjectNode none = Plots.object();
            none.putArray("units");
            return Response.reply(none);
        });
        return office;
    }

    private static String without(String region) {
        return "kind: registry\nregion: \"" + region + "\"\n";
    }
}
