package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The grid asks what the real-estate registry knows of a certificate, so that nobody needs to bring it. */
abstract class AskingTheRegistry extends AtTheDoor {

    static final String REGISTRY = "registry.henan";
    static final String FILE = """
            kind: registry
            region: "410000"
            receives: [ property.lookup ]
            """;
    static final String CERTIFICATE = "豫(2026)郑州市不动产权第0012345号";
    static final Manner KNOWS = visit -> Response.reply(units());
    static Office registry;

    final Parcel question = question().sealed();

    @BeforeAll
    static void opensTheRegistry() {
        registry = office(REGISTRY, FILE);
    }

    @AfterAll
    static void closes() {
        registry.close();
    }

    @BeforeEach
    void knows() {
        registry.manner(KNOWS);
        registry.visits().clear();
    }

    static Draft question() {
        return query(GRID, "property.lookup", Plots.propertyOf(CERTIFICATE))
                .put("purpose", "supply application")
                .put("case", Plots.CODE);
    }

    static void pointTheRegistryTo(Office office) {
        describe(REGISTRY, FILE + "endpoint: { transport: native, url: \"" + office.endpoint() + "\" }\n");
    }

    static Visit onlyVisit() {
        assertThat(registry.visits()).hasSize(1);
        return registry.visits().get(0);
    }

    /** How our questions to the registry ended, those of this test. */
    static List<String> outcomes() {
        List<String> ids = registry.visits().stream()
                .map(visit -> visit.manifest().path("id").asText())
                .toList();
        return database()
                .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND message_id IN (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    static ObjectNode units() {
        ObjectNode units = Plots.object();
        ObjectNode unit = units.putArray("units").addObject();
        unit.put("unitNo", "450103001001GB00001F00010001")
                .put("certNo", CERTIFICATE)
                .putArray("owners");
        unit.put("address", "郑州市金水区").put("usage", "住宅").put("areaM2", 96).put("status", "现势");
        return units;
    }

    static byte[] decoded(String header) {
        return Base64.getDecoder().decode(header);
    }
}
