package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.Parcel;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** Whoever tells of somebody who will need a connection, the utility hears of it. */
class LeadsOfEveryOriginTest extends WithLeads {

    @Test
    void beginWithATransferOfLand() {
        tellLand();
        JsonNode lead = told(1).get(0);
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
        assertThat(lead.path("leadNo").asText()).matches("L410105-\\d{6}-\\d{6}");
        assertThat(lead.path("origin").asText()).isEqualTo("land");
        assertThat(lead.has("projectCode")).isFalse();
        assertThat(lead.at("/land/contractNo").asText()).isEqualTo("郑政出〔2026〕88 号");
        assertThat(lead.at("/land/areaM2").decimalValue()).isEqualByComparingTo("43120.5");
        assertThat(lead.at("/owner/name").asText()).isEqualTo("河南中原置业有限公司");
        assertThat(lookup(lead.path("leadNo").asText()).path("state").asText()).isEqualTo("assigned");
    }

    @Test
    void beginWithAnEnterpriseThatWantsSupply() {
        tellRegistration();
        JsonNode lead = told(1).get(0);
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
        assertThat(lead.path("origin").asText()).isEqualTo("enterprise");
        assertThat(lead.at("/registration/contact/name").asText()).isEqualTo("赵敏");
        assertThat(lead.has("hint")).isFalse();
    }

    @Test
    void areHintsWhereAnEnterpriseAsksForNothing() {
        tell(REGULATOR, "enterprise.registered", registration(false));
        JsonNode hint = told(1).get(0);
        assertThat(bean(Contracts.class).violations("lead.assigned", hint)).isEmpty();
        assertThat(hint.path("hint").asBoolean()).isTrue();
        JsonNode known = lookup(hint.path("leadNo").asText());
        assertThat(bean(Contracts.class).violations("lead.lookup.reply", known)).isEmpty();
        assertThat(known.path("state").asText()).isEqualTo("hint");
        tellProject();
        assertThat(told(2).get(1).has("hint")).isFalse();
        assertThat(lookup().path("state").asText()).isEqualTo("assigned");
    }

    @Test
    void areToldAgainOnlyWhereSomethingIsNew() {
        tellLand();
        tellLand();
        ObjectNode larger = land().put("areaM2", 50000).put("at", "2026-06-19T09:00:00+08:00");
        tell(REGISTRY, "land.transferred", larger);
        assertThat(told(2).get(1).at("/land/areaM2").asInt()).isEqualTo(50000);
        tellLand();
        assertThat(lookup(leadNoOfLast()).at("/land/areaM2").asInt())
                .as("an older word that comes late changes nothing")
                .isEqualTo(50000);
        told(2);
    }

    @Test
    void areNotTakenFromAnotherRegion() {
        ObjectNode elsewhere = land();
        siteOf(elsewhere).put("regionCode", "370102");
        Parcel parcel = event(REGISTRY, "land.transferred", elsewhere).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @Test
    void holdNoPersonalKeyInClear() {
        tellLand();
        String number = told(1).get(0).at("/owner/idNo").asText();
        assertThat(database()
                        .sql("SELECT string_agg(l::text || coalesce(m::text, ''), ' ') FROM lead l"
                                + " LEFT JOIN lead_mark m USING (lead_no) WHERE lead_no = ?")
                        .param(told(1).get(0).path("leadNo").asText())
                        .query(String.class)
                        .single())
                .doesNotContain(number)
                .doesNotContain("杨金路");
    }

    private String leadNoOfLast() {
        return told(2).get(1).path("leadNo").asText();
    }
}
