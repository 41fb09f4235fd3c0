package org.dianqiao.lead;

import static org.dianqiao.codes.Address.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.dianqiao.codes.Address;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Region;
import org.dianqiao.codes.UnitNumber;
import org.dianqiao.files.Watched;
import org.dianqiao.vault.Digests;
import org.springframework.stereotype.Component;

/**
 * By what a lead is recognised that has no project code: its owner, and its site by unit, certificate or address. Two that
 * have one of these in common are one; where they have units that differ, their address does not make them one.
 */
@Component
class Marks {

    private final Digests digests;
    private final Watched<CodeTables> tables;

    Marks(Digests digests, Watched<CodeTables> tables) {
        this.digests = digests;
        this.tables = tables;
    }

    /** In their order, so that all who wait for them wait in the same one. */
    Set<String> of(Origin origin, JsonNode payload) {
        JsonNode owner = payload.path(origin.owner());
        JsonNode site = payload.path("site");
        Set<String> marks = new TreeSet<>();
        if (owner.path("idNo").asText().isBlank()) {
            return marks;
        }
        String whose =
                plain(owner.path("idType").asText() + " " + owner.path("idNo").asText());
        String region = site.path("regionCode").asText();
        if (site.hasNonNull("unitNo")) {
            marks.add(mark(
                    whose,
                    region,
                    "unit",
                    UnitNumber.of(site.path("unitNo").asText()).text()));
        }
        if (site.hasNonNull("certNo")) {
            marks.add(
                    mark(whose, region, "certificate", plain(site.path("certNo").asText())));
        }
        marks.add(mark(whose, region, "address", address(site.path("address").asText(), region)));
        return marks;
    }

    private String address(String written, String region) {
        return Address.of(written, Region.of(region), tables.current().divisions())
                .text();
    }

    private String mark(String... words) {
        return HexFormat.of().formatHex(digests.of("lead\n" + String.join("\n", words)));
    }
}
