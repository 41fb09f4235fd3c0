package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.policy.Wording;

/**
 * From where a lead was told of 线索来源. Whose words stand further down knows more exactly what will be built: where two
 * name the same member, the later one's counts.
 */
public enum Origin {
    ENTERPRISE("企业登记", "Registration of an enterprise", "enterprise", "registeredAt", "registration"),
    LAND("土地出让", "Transfer of land", "owner", "at", "land"),
    LIST("项目清单", "List of projects", "owner", "assignedAt", ""),
    PROJECT("项目赋码", "Project code", "owner", "assignedAt", "");

    private final Wording title;
    private final String owner;
    private final String time;
    private final String place;

    Origin(String zh, String en, String owner, String time, String place) {
        this.title = new Wording(zh, en);
        this.owner = owner;
        this.time = time;
        this.place = place;
    }

    public static Origin named(String word) {
        return Arrays.stream(values())
                .filter(origin -> origin.written().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " is no origin"));
    }

    public Wording title() {
        return title;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its messages call whoever will need the connection. */
    String owner() {
        return owner;
    }

    /** Where in a lead its own words stand; at the top where empty. */
    String place() {
        return place;
    }

    /** Enterprises and plots have no project code: what they would call so is nothing that their contracts know. */
    Optional<ProjectCode> projectCode(JsonNode payload) {
        return speaksOfProjects()
                ? Optional.of(ProjectCode.of(payload.path("projectCode").asText()))
                : Optional.empty();
    }

    /** Where it lies, as the sender says; empty where it does not say so. */
    String region(JsonNode payload) {
        String site = payload.at("/site/regionCode").asText();
        return speaksOfProjects() ? payload.path("regionCode").asText(site) : site;
    }

    private boolean speaksOfProjects() {
        return this == LIST || this == PROJECT;
    }

    /** When it happened, as the sender says. */
    Instant when(JsonNode payload) {
        return ToldOfLead.at(payload, time);
    }
}
