package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Stage;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;

/** A case about an application for supply 用电报装: what was applied for, and what the texts of that day made of it. */
record Supply(Casefile file) {

    /** Before any stage is told of. */
    static final String APPLIED = "applied";

    /** The event that tells of one. */
    static final String STAGE = "stage";

    static final String OFF_SYSTEM = "off-system";

    static ObjectNode told(JsonNode application, Periods periods) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("application", application);
        periods.stages().forEach(stage -> told.withArray("stages").add(stage.written()));
        periods.excluded().forEach(told.withArray("excluded")::add);
        periods.missing().forEach(fact -> told.withArray("missing").add(fact.written()));
        return told;
    }

    /** Nobody applied; what a case has in spite of that. */
    static ObjectNode toldByNobody(String applicationNo) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putObject("application").put("applicationNo", applicationNo);
        return told;
    }

    /** What was stated in an application; a lead or a project code means that it was begun from there. */
    static Facts facts(JsonNode application) {
        Facts stated = Facts.of(application);
        boolean led = application.has("leadNo") || application.has("projectCode");
        return application.has(Fact.LEAD_DRIVEN.written()) ? stated : stated.and(Fact.LEAD_DRIVEN, led);
    }

    JsonNode application() {
        return file.told().path("application");
    }

    Facts facts() {
        return facts(application());
    }

    /** Whose texts count. */
    LocalDate day() {
        return WorkingDays.dayOf(file.openedAt());
    }

    boolean wasAppliedFor() {
        return application().has("applicant");
    }

    boolean cancels(Stage stage) {
        return file.told().has("stages") && !texts("stages").contains(stage.written());
    }

    List<String> excluded() {
        return texts("excluded");
    }

    List<String> texts(String member) {
        return StreamSupport.stream(file.told().path(member).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
