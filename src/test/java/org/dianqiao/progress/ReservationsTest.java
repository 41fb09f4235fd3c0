package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookings: twenty minutes for the dispatch, eighteen hours for the call, day and night. */
class ReservationsTest extends WithWarnings {

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

    /** Of a misspelt one nobody would be reminded. */
    @Test
    void comeByAChannelThatApplicationsHave() {
        assertViolated(event(SUPPLIER, "reservation.made", booking("weixin")).sealed(), "/channel");
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

    @ParameterizedTest
    @CsvSource({"phone, reservation.dispatched, 20", "app, reservation.contacted, 1080"})
    void areWarnedOfOnceInEachColourWhileNobodyAnswers(String channel, String due, int minutes) {
        String number = made(channel).path("reservationNo").asText();

        passes(number, due, minutes * 50 / 100 - 1);
        passes(number, due, minutes * 50 / 100, "blue grid.erqi");
        passes(number, due, minutes * 80 / 100 - 1, "blue grid.erqi");
        passes(number, due, minutes * 80 / 100, "blue grid.erqi", "orange grid.erqi");
        passes(number, due, minutes - 1, "blue grid.erqi", "orange grid.erqi");
        String[] overdue = {"blue grid.erqi", "orange grid.erqi", "yellow grid.erqi", "yellow grid.henan"};
        passes(number, due, minutes, overdue);
        for (int days = 1; days < 16; days++) {
            began(number, Duration.ofDays(days).plusMinutes(minutes));
            look();
        }

        await().untilAsserted(() -> assertThat(warned(number, due))
                .startsWith(overdue)
                .endsWith("red grid.erqi", "red grid.henan")
                .hasSize(6));
        await().untilAsserted(() ->
                assertThat(heard(supplier(), number, due)).containsExactly("blue", "orange", "yellow", "red"));
        await().untilAsserted(() -> assertThat(heardByTheProvince(number, due)).containsExactly("yellow", "red"));
    }

    @ParameterizedTest
    @CsvSource({"phone, reservation.dispatched, 20", "app, reservation.contacted, 1080"})
    void areWarnedOfNoMoreOnceTheyAreAnswered(String channel, String due, int minutes) {
        ObjectNode booking = made(channel);
        String number = booking.path("reservationNo").asText();
        passes(number, due, minutes - 1, "orange grid.erqi");

        tell(due, booking);
        for (int days = 0; days < 16; days++) {
            began(number, Duration.ofDays(days).plusMinutes(minutes));
            look();
        }

        assertThat(warned(number, due)).containsExactly("orange grid.erqi");
        assertThat(column(booking, "colour", "casefile")).containsExactly("0");
    }

    private static void passes(String number, String due, int minutes, String... warned) {
        began(number, Duration.ofMinutes(minutes));
        look();
        await().untilAsserted(() -> assertThat(warned(number, due)).containsExactly(warned));
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

    private static List<String> column(ObjectNode booking, String column, String table) {
        String order = table.equals("case_event") ? " ORDER BY no" : "";
        return database()
                .sql("SELECT " + column + " FROM " + table + " WHERE case_no = "
                        + "(SELECT case_no FROM casefile WHERE number = ?)" + order)
                .param(booking.path("reservationNo").asText())
                .query(String.class)
                .list();
    }
}
