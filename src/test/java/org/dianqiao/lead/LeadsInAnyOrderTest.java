package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.jspecify.annotations.Nullable;

/** The messages about one plot, over the wire in any order: the same lead, and no other. */
class LeadsInAnyOrderTest {

    private static final int MESSAGES = 8;

    /** A plot of its own for each order. */
    static final class Plot extends WithLeads {

        void tell(int message) {
            switch (message) {
                case 0 -> tellProject();
                case 1 -> tell(PLATFORM, "project.code-assigned", corrected());
                case 2 -> tell(PLATFORM, "project.updated", reached(1, "2026-10-01"));
                case 3 -> tell(PLATFORM, "project.updated", reached(2, "2026-10-02"));
                case 4 -> tell(PLATFORM, "project.updated", reached(3, "2026-10-03"));
                case 5 -> tell(REGISTRY, "land.transferred", surveyed());
                case 6 -> tellRegistration();
                default -> tell(REGULATOR, "enterprise.registered", moved());
            }
        }

        private ObjectNode corrected() {
            ObjectNode project = project().put("assignedAt", "2026-10-01T09:00:00+08:00");
            ((ObjectNode) project.path("demand")).put("capacityKw", 20000);
            return project;
        }

        private ObjectNode reached(int stage, String day) {
            return Plots.updated(code, stage).put("at", day + "T10:00:00+08:00");
        }

        /** Where the registry writes another address, the unit is the same. */
        private ObjectNode surveyed() {
            ObjectNode land = land();
            siteOf(land).put("unitNo", UNIT).put("address", "杨金路北、鸿宝路东地块");
            return land;
        }

        private ObjectNode moved() {
            ObjectNode registration = registration(false).put("registeredAt", "2026-05-05T09:00:00+08:00");
            siteOf(registration).put("unitNo", UNIT);
            return registration;
        }

        /** But for what tells in which order it came. */
        ObjectNode end() {
            ObjectNode lead = lookup().deepCopy();
            assertThat(bean(Contracts.class).violations("lead.lookup.reply", lead))
                    .isEmpty();
            Set<String> origins = new TreeSet<>();
            lead.path("origins").forEach(origin -> origins.add(origin.asText()));
            lead.remove(List.of("leadNo", "receivedAt", "origin", "projectCode"));
            lead.put("origins", String.join(" ", origins));
            ((ObjectNode) lead.path("owner")).remove("idNo");
            return lead;
        }

        long leads() {
            return database()
                    .sql("SELECT count(*) FROM lead WHERE merged_into IS NULL AND lead_no IN"
                            + " (SELECT lead_no FROM lead_mark WHERE mark IN"
                            + " (SELECT mark FROM lead_mark JOIN lead USING (lead_no) WHERE project_code = ?))")
                    .param(code)
                    .query(Long.class)
                    .single();
        }
    }

    private static @Nullable JsonNode oneAfterTheOther;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void areOneLead(@ForAll("orders") List<Integer> order) {
        WithLeads.registersWhoTellsOfEnterprisesAndLand();
        Plot plot = new Plot();
        order.forEach(plot::tell);
        assertThat(plot.end()).isEqualTo(inOrder());
        assertThat(plot.leads()).isOne();
    }

    private static JsonNode inOrder() {
        if (oneAfterTheOther == null) {
            Plot plot = new Plot();
            IntStream.range(0, MESSAGES).forEach(plot::tell);
            oneAfterTheOther = plot.end();
        }
        return oneAfterTheOther;
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(IntStream.range(0, MESSAGES).boxed().toList());
    }
}
