package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that nobody can answer are refused, and all that is wrong is said at once. */
class ImpossibleWorksTest extends AtTheDoor {

    @Test
    void areRefusedWithAllTheirFaults() {
        JsonNode errors = errors(Works.asked("41010", "2026-02-30", Works.of("""
            {"voltageKv": 35, "capacityKw": 0, "customerClass": "small-micro", "lineLengthM": -5,
             "crossings": ["urban-road", "motorway"], "threeZero": "yes", "interestedParties": 1,
             "affectsTraffic": null}
            """)));
        assertThat(errors)
                .extracting(error -> error.path("pointer").asText())
                .containsExactlyInAnyOrder(
                        "/regionCode",
                        "/on",
                        "/works/voltageKv",
                        "/works/capacityKw",
                        "/works/lineLengthM",
                        "/works/crossings/1",
                        "/works/threeZero",
                        "/works/interestedParties",
                        "/works/affectsTraffic");
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.path("message").asText()).matches(".*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @CsvSource({"small-micro, 35, 小微企业", "resident, 10, 低压用户", "lv-nonresident, 10, 低压用户", "hv, 0.38, 高压用户"})
    void areThoseWhoseVoltageDoesNotFitTheCustomer(String customer, double voltage, String message) {
        ObjectNode works = Works.toThePlot().put("customerClass", customer).put("voltageKv", voltage);
        JsonNode errors = errors(Works.asked(Works.ZHENGZHOU, works));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("pointer").asText()).isEqualTo("/works/voltageKv");
        assertThat(errors.get(0).path("message").asText()).startsWith(message);
    }

    /** Finer than anybody measures: a bound must not be passed by a hair that a sum of numbers loses. */
    @ParameterizedTest
    @CsvSource({"capacityKw, 160.000000000000000001", "lineLengthM, 150.0001", "voltageKv, 1e-400"})
    void areThoseOfNumbersThatNobodyMeasures(String member, String number) {
        ObjectNode works = Works.toThePlot().put(member, new BigDecimal(number));
        JsonNode errors = errors(Works.asked(Works.ZHENGZHOU, works));
        assertThat(errors).extracting(error -> error.path("message").asText()).contains("不得细于 0.001");
    }

    @Test
    void areThoseOfADayBeforeAllTexts() {
        JsonNode errors = errors(Works.asked(Works.ZHENGZHOU, "1999-12-31", Works.toThePlot()));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("pointer").asText()).isEqualTo("/on");
    }

    @Test
    void areNotThereWhereNobodySaysWhatTheyAre() {
        JsonNode errors = errors(Plots.object());
        assertThat(errors)
                .extracting(error -> error.path("pointer").asText())
                .containsExactlyInAnyOrder("/regionCode", "/works");
    }

    private static JsonNode errors(ObjectNode question) {
        Parcel parcel = query(GRID, "permit.preview", question).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        return reply.json().path("errors");
    }
}
