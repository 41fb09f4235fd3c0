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

    private static final double THREE_ZEROS_UP_TO_KW = 160;

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

    /**
     * What was stated in an application, and what follows from it where nothing else was stated: a lead or a project code
     * means that it was begun from there; the class says whether there is “三零” service; special industries are the
     * exception, which whoever means one has to name (345号 附件备注1).
     */
    static Facts facts(JsonNode application) {
        boolean led = application.has("leadNo") || application.has("projectCode");
        return Facts.of(application)
                .unlessStated(Fact.LEAD_DRIVEN, led)
                .unlessStated(Fact.THREE_ZERO, isPromisedThreeZeros(application))
                .unlessStated(Fact.SPECIAL_INDUSTRY, false);
    }

    /**
     * 1479号 一（二） promises it to residents and low-voltage small and micro enterprises, and to these “零投资”, one of
     * the three, up to 160 kW. To others it may be promised too: that has to be stated.
     */
    private static boolean isPromisedThreeZeros(JsonNode application) {
        return switch (application.path("customerClass").asText()) {
            case "resident" -> true;
            case "small-micro" -> application.path("capacityKw").asDouble() <= THREE_ZEROS_UP_TO_KW;
            default -> false;
        };
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
