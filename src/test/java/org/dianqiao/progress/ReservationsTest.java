package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dianqiao.Office;
import org.dianqiao.Plots;
import org.dianqiao.casework.DeadlineWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookings: twenty minutes for the dispatch, eighteen hours for the call, day and night. */
class ReservationsTest extends WithApplications {

    @BeforeAll
    static void open() {
        supplier();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, reservation.dispatched, 20 MINUTES",
        "app, reservation.contacted, 18 HOURS",
        "wechat, reservation.contacted, 18 HOURS",
        "service-net, reservation.contacted, 18 HOURS"
    })
    void oweWhatThePackSaysOfTheirChannel(String channel, String due, String limit) {
        ObjectNode booking = made(channel);
        assertThat(column(booking, "about || ' ' || allowed", "deadline")).containsExactly(due + " " + limit);
        tell("reservation.dispatched", booking);
        tell("reservation.contacted", booking);
        assertThat(column(booking, "met_at < due_at", "deadline")).containsExactly("t");
        assertThat(column(booking, "state || ' ' || open", "casefile")).containsExactly("contacted false");
        assertThat(column(booking, "what", "case_event")).containsExactly("made", "dispatched", "contacted");
    }

    @Test
    void areOverWhenAnOrderByTelephoneIsDispatched() {
        ObjectNode booking = made("phone");
        assertThat(column(booking, "open", "casefile")).containsExactly("t");
        tell("reservation.dispatched", booking);
        assertThat(column(booking, "open", "casefile")).containsExactly("f");
    }

    @Test
    void oweNothingWhereTheTextsSayNothing() {
        ObjectNode booking = made("hall");
        assertThat(column(booking, "about", "deadline")).isEmpty();
        tell("reservation.dispatched", booking);
        assertThat(column(booking, "open", "casefile")).containsExactly("t");
        tell("reservation.contacted", booking);
        assertThat(column(booking, "open", "casefile")).containsExactly("f");
    }

    @Test
    void areOneHoweverOftenTheyAreTold() {
        ObjectNode booking = made("app");
        accepted(post(event(SUPPLIER, "reservation.made", booking)));
        assertThat(column(booking, "what", "case_event")).containsExactly("made");
        assertViolated(
                event(SUPPLIER, "reservation.made", booking.deepCopy().put("channel", "phone"))
                        .sealed(),
                "/reservationNo");
    }

    @Test
    void areNotAnsweredBeforeTheyAreMade() {
        assertViolated(event(SUPPLIER, "reservation.contacted", booking("app")).sealed(), "/reservationNo");
    }

    @Test
    void areWarnedOfWhileNobodyDispatches() {
        ObjectNode booking = made("phone");
        for (int minutes : List.of(9, 10, 15, 16, 19, 20, 60)) {
            began(booking, minutes);
            bean(DeadlineWatch.class).look();
            bean(DeadlineWatch.class).look();
        }
        await().until(() -> warnings(booking).contains("yellow"));
        assertThat(warnings(booking)).containsExactly("blue", "orange", "yellow");
    }

    private static ObjectNode booking(String channel) {
        return Plots.object()
                .put("reservationNo", "YY-" + UUID.randomUUID())
                .put("channel", channel)
                .put("at", ago(Duration.ZERO));
    }

    private static ObjectNode made(String channel) {
        ObjectNode booking = booking(channel);
        accepted(post(event(SUPPLIER, "reservation.made", booking)));
        return booking;
    }

    private static void tell(String service, ObjectNode booking) {
        accepted(post(event(SUPPLIER, service, booking)));
    }

    private static void began(ObjectNode booking, int minutesAgo) {
        database()
                .sql("""
                UPDATE deadline SET began = now() - make_interval(mins => ?), look_at = now()
                WHERE case_no = (SELECT case_no FROM casefile WHERE number = ?)
                """)
                .params(minutesAgo, booking.path("reservationNo").asText())
                .update();
    }

    private static List<String> column(ObjectNode booking, String column, String table) {
        String order = table.equals("case_event") ? " ORDER BY no" : "";
        return database()
                .sql("SELECT " + column + " FROM " + table + " WHERE case_no = "
                        + "(SELECT case_no FROM casefile WHERE number = ?)" + order)
                .param(booking.path("reservationNo").asText())
                .query(String.class)
                .list();
    }

    private static List<String> warnings(ObjectNode booking) {
        return supplier().visits().stream()
                .filter(visit -> visit.path().endsWith("/deadline.warned"))
                .map(Office.Visit::payload)
                .filter(letter -> letter.path("number").equals(booking.path("reservationNo")))
                .map(letter -> letter.path("colour"))
                .map(JsonNode::asText)
                .toList();
    }
}
