package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Refusal;
import org.junit.jupiter.api.BeforeAll;

/** One plot of one owner, and everybody who tells of it: the approval platform, the market regulator, the registry. */
abstract class WithLeads extends AtTheDoor {

    static final String REGULATOR = "market.zhengzhou";
    static final String REGISTRY = "land-registry.zhengzhou";
    static final String ADDRESS = "郑州市金水区杨金路与鸿宝路交叉口东北角";
    static final String UNIT = "410105001001GB00001W00000000";

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    final String code = Plots.freshCode();

    /** Nobody else has this number. */
    private final String owner = freshOwner();

    private static String freshOwner() {
        String begin = "91410100MA7K%05d".formatted(NUMBER.incrementAndGet());
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> begin + (char) check)
                .filter(code -> CreditCode.check(code).verdict() == Verdict.VALID)
                .findFirst()
                .orElseGet(WithLeads::freshOwner);
    }

    @BeforeAll
    static void registersWhoTellsOfEnterprisesAndLand() {
        newcomer(REGULATOR, """
                kind: market-regulator
                region: "410100"
                sends: [ { service: enterprise.registered } ]
                """);
        newcomer(REGISTRY, """
                kind: registry
                region: "410100"
                sends: [ { service: land.transferred } ]
                """);
    }

    ObjectNode project() {
        ObjectNode project = Plots.coded(code);
        project.set("owner", owner());
        project.set("site", site());
        return project;
    }

    ObjectNode land() {
        ObjectNode land = Plots.object()
                .put("contractNo", "郑政出〔2026〕88 号")
                .put("areaM2", 43120.5)
                .put("usage", "科研用地")
                .put("at", "2026-06-18T09:00:00+08:00");
        land.set("owner", owner());
        land.set("site", site().put("certNo", "豫（2026）郑州市不动产权第 0012345 号"));
        return land;
    }

    ObjectNode registration(boolean wantsSupply) {
        ObjectNode registration =
                Plots.object().put("registeredAt", "2026-05-04T09:00:00+08:00").put("wantsSupply", wantsSupply);
        registration.set("enterprise", owner());
        registration.set("site", site());
        registration.putObject("contact").put("name", "赵敏").put("phone", "13700000001");
        return registration;
    }

    ObjectNode owner() {
        return Plots.object()
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", owner);
    }

    static ObjectNode site() {
        return Plots.object().put("regionCode", Plots.ZHENGZHOU).put("address", ADDRESS);
    }

    static ObjectNode siteOf(ObjectNode payload) {
        return (ObjectNode) payload.path("site");
    }

    void tellProject() {
        tell(PLATFORM, "project.code-assigned", project());
    }

    void tellLand() {
        tell(REGISTRY, "land.transferred", land());
    }

    void tellRegistration() {
        tell(REGULATOR, "enterprise.registered", registration(true));
    }

    static void tell(String from, String service, JsonNode payload) {
        accepted(post(event(from, service, payload)));
    }

    JsonNode lookup() {
        return lookup(Plots.leadOf(code));
    }

    static JsonNode lookup(JsonNode question) {
        return accepted(post(query(GRID, "lead.lookup", question))).json();
    }

    static JsonNode lookup(String leadNo) {
        return lookup(Plots.object().put("leadNo", leadNo));
    }

    /** What the grid was told of this owner, once it is so many words; never more. */
    List<JsonNode> told(int times) {
        await().until(() -> heard().size() >= times);
        assertThat(heard()).hasSize(times);
        return heard();
    }

    /** The number of the lead that the grid was told of first. */
    String leadNo() {
        return told(1).get(0).path("leadNo").asText();
    }

    private List<JsonNode> heard() {
        return gridHeard().stream()
                .filter(heard -> heard.service().equals("lead.assigned"))
                .map(WithLeads::payload)
                .filter(lead -> lead.at("/owner/idNo").asText().equals(owner))
                .toList();
    }

    private static JsonNode payload(Incoming heard) {
        try {
            return heard.payload();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }
}
