package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Arrival.Held;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two cities of one province have registries of their own. As many ask that of Wuhan as may, and it says nothing. */
class CrowdedProvidersTest extends AtTheDoor {

    private static final String WUHAN = "420100";
    private static final String XIANGYANG = "420600";
    private static final String SILENT = "registry.wuhan";
    private static Office wuhan;
    private static Office xiangyang;

    private final String caseId = UUID.randomUUID().toString();
    private final List<Held> asking = new ArrayList<>();

    @BeforeAll
    static void opens() {
        newcomer("grid.hubei", """
                kind: utility
                region: "420000"
                utility: electricity
                sends:
                  - { service: property.lookup, purposes: ["supply application"] }
                receives: []
                """);
        wuhan = registry(SILENT, WUHAN);
        xiangyang = registry("registry.xiangyang", XIANGYANG);
    }

    private static Office registry(String partner, String region) {
        Office office = office(partner, """
                kind: registry
                region: "%s"
                receives: [property.lookup]
                """.formatted(region));
        office.manner(visit -> Response.reply(none()));
        return office;
    }

    @AfterAll
    static void closes() {
        wuhan.close();
        xiangyang.close();
    }

    @BeforeEach
    void everybodyAsksWuhan() {
        Turns turns = bean(Turns.class);
        IntStream.range(0, bean(AskingSettings.class).atOnce())
                .forEach(one -> asking.add(turns.take(SILENT).orElseThrow()));
    }

    @AfterEach
    void nobodyDoes() {
        asking.forEach(Held::close);
    }

    @Test
    void costOthersOfTheSameServiceNothing() {
        assertThat(accepted(post(question(XIANGYANG))).json()).isEqualTo(none());
    }

    @Test
    void areNotAskedWhichIsRefusedWithEvidenceAndMayBeAskedAgain() {
        Parcel question = question(WUHAN);
        Reply refusal = post(question);
        assertRefused(refusal, question, 504, "provider-timeout");
        assertThat(refusal.json().path("detail").asText()).contains("等候其答复的查询过多", "请稍后用同一报文重新查询");
        assertThat(wuhan.visits()).isEmpty();
        assertThat(outcomes()).containsExactly("expired");
        nobodyDoes();
        assertThat(accepted(post(question)).json()).isEqualTo(none());
        assertThat(wuhan.visits()).hasSize(1);
    }

    private Parcel question(String region) {
        Draft draft = query(
                "grid.hubei",
                "property.lookup",
                Plots.propertyOf("鄂(2026)武汉市不动产权第0012345号").put("regionCode", region));
        return draft.put("purpose", "supply application").put("case", caseId).sealed();
    }

    private List<String> outcomes() {
        return database()
                .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static ObjectNode none() {
        ObjectNode none = Plots.object();
        none.putArray("units");
        return none;
    }
}
