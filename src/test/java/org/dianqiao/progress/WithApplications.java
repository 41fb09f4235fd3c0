package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;

/** A district with a utility of its own, and a channel through which its customers apply. */
abstract class WithApplications extends AtTheDoor {

    static final String DISTRICT = "410103";
    static final String SUPPLIER = "grid.erqi";
    static final String CHANNEL = "service-net.erqi";

    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();

    static Office supplier() {
        return OFFICES.computeIfAbsent(SUPPLIER, id -> office(id, """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [{service: supply.applied}, {service: progress.reported}, {service: progress.lookup},
                        {service: reservation.made}, {service: reservation.dispatched},
                        {service: reservation.contacted}]
                receives: [supply.applied, deadline.warned]
                rate: { perSecond: 5000, burst: 10000 }
                """.formatted(DISTRICT)));
    }

    static void channel() {
        OFFICES.computeIfAbsent(CHANNEL, id -> office(id, """
                kind: channel
                region: "%s"
                sends: [{service: supply.applied}, {service: progress.lookup}]
                rate: { perSecond: 5000, burst: 10000 }
                """.formatted(DISTRICT)));
    }

    static String freshNumber() {
        return "YK-" + UUID.randomUUID();
    }

    /** The plot of the story wants 10 kV; nobody has applied for it at this address before. */
    static ObjectNode highVoltage() {
        ObjectNode application = Plots.object()
                .put("applicationNo", freshNumber())
                .put("channel", "service-net")
                .put("customerClass", "hv")
                .put("capacityKw", 800)
                .put("voltageKv", 10)
                .put("supplies", 1)
                .put("at", ago(Duration.ofMinutes(1)));
        application
                .putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        application
                .putObject("site")
                .put("regionCode", DISTRICT)
                .put(
                        "address",
                        "杨金路与鸿宝路交叉口东北角 " + application.path("applicationNo").asText());
        application.putArray("documents");
        return application;
    }

    static ObjectNode bakery() {
        return highVoltage()
                .put("customerClass", "small-micro")
                .put("voltageKv", 0.38)
                .put("capacityKw", 60);
    }

    static Reply apply(String from, ObjectNode application) {
        return post(event(from, "supply.applied", application));
    }

    /** Through the channel, to the utility. */
    static ObjectNode applied(ObjectNode application) {
        supplier();
        channel();
        accepted(apply(CHANNEL, application));
        return application;
    }

    static ObjectNode report(ObjectNode application, String stage, String state) {
        return Plots.object()
                .put("applicationNo", application.path("applicationNo").asText())
                .put("stage", stage)
                .put("state", state)
                .put("at", ago(Duration.ZERO));
    }

    static void tell(ObjectNode report) {
        accepted(post(event(SUPPLIER, "progress.reported", report)));
    }

    static void tell(ObjectNode application, String stage, String state) {
        tell(report(application, stage, state));
    }

    static JsonNode lookup(ObjectNode application) {
        return lookup(SUPPLIER, application);
    }

    static JsonNode lookup(String asker, ObjectNode application) {
        return accepted(post(query(asker, "progress.lookup", asked(application))))
                .json();
    }

    static ObjectNode asked(ObjectNode application) {
        return Plots.object()
                .put("applicationNo", application.path("applicationNo").asText());
    }

    static JsonNode deadline(JsonNode told, String about) {
        return StreamSupport.stream(told.path("deadlines").spliterator(), false)
                .filter(each -> each.path("about").asText().equals(about))
                .findFirst()
                .orElseGet(Plots::object);
    }

    static List<String> findings(JsonNode told) {
        return told.path("findings").findValuesAsText("kind");
    }

    static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(member).asText())
                .toList();
    }

    static String ago(Duration time) {
        Instant at = CLOCK.instant().minus(time);
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    static void assertViolated(Parcel parcel, String pointer) {
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    }

    /** The days of a case pass by moving its beginning back. */
    static void passes(ObjectNode application, int days) {
        database()
                .sql("""
                UPDATE deadline SET began = began - make_interval(days => ?),
                                    look_at = CASE WHEN met_at IS NULL THEN now() END
                WHERE case_no = (SELECT case_no FROM casefile WHERE number = ? AND kind = 'supply')
                """)
                .params(days, application.path("applicationNo").asText())
                .update();
    }
}
