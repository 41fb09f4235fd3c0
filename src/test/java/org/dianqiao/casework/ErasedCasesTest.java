package org.dianqiao.casework;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.LONG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bookings of the story's builder: what was told in them goes, what happened in them stays. */
class ErasedCasesTest extends WithBookings {

    @TempDir
    private Path folder;

    @Test
    void loseWhatWasToldInThemThreeYearsAfterTheyWereClosed() {
        Casefile booking = closed();
        Later.pass(Later.THREE_YEARS.minusDays(1));
        assertThat(isErased(booking)).isFalse();
        Later.threeYearsPass();
        assertThat(isErased(booking)).isTrue();
        assertThat(sealed(booking)).allSatisfy(told -> assertThat(told).isEmpty());
    }

    @Test
    void keepWhatHappenedWithItsTimesItsProofAndWhoseWordItWas() {
        Casefile booking = closed();
        List<Event> before = cases.timeline(booking.caseNo());
        Later.threeYearsPass();
        assertThat(cases.timeline(booking.caseNo()))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.told()).isEmpty())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("told")
                .isEqualTo(before);
        Casefile after = cases.find(booking.caseNo()).orElseThrow();
        assertThat(after.told()).isEmpty();
        assertThat(after.erasedAt()).isAfter(CLOCK.instant().plus(Later.THREE_YEARS));
        assertThat(after.state() + " " + after.open()).isEqualTo("contacted false");
    }

    @Test
    void keepEverythingWhileTheyAreOpen() {
        Casefile booking = opened();
        Later.threeYearsPass();
        assertThat(isErased(booking)).isFalse();
        assertThat(sealed(booking)).allSatisfy(told -> assertThat(told).isNotEmpty());
    }

    @Test
    void keepTheLastWordAsLongAsAnyOther() {
        Casefile booking = closed();
        closedBefore(booking, 1000);
        cases.save(booking.in("contacted", false));
        Later.pass(Later.THREE_YEARS.minusDays(1));
        assertThat(isErased(booking)).isFalse();
        closedBefore(booking, 1000);
        cases.save(booking.in("contacted", true));
        Later.threeYearsPass();
        assertThat(isErased(booking)).isFalse();
    }

    @Test
    void areKeptAsLongAsTheServiceOfTheirsThatIsKeptLongest() throws IOException {
        Casefile booking = closed();
        Later.pass(catalogue("20d"), Later.THREE_YEARS.minusDays(1));
        assertThat(isErased(booking)).isFalse();
        for (Kind kind : Kind.values()) {
            assertThat(kind.services()).isNotEmpty().allSatisfy(service -> assertThat(
                            bean(Catalogue.class).find(service))
                    .isPresent());
        }
        Later.pass(catalogue("999999d"), Later.THREE_YEARS.plusDays(1000));
        assertThat(isErased(booking)).isFalse();
    }

    @Test
    void areErasedOnceByTwoNodesNeitherOfWhichWaitsForTheOther() {
        Later.threeYearsPass();
        List<Casefile> bookings = Stream.generate(this::closed).limit(6).toList();
        Instant later = CLOCK.instant().plus(Later.THREE_YEARS);
        int together = transaction.execute(one -> eraseSome(3, later)
                + CompletableFuture.supplyAsync(() -> transaction.execute(other -> eraseSome(100, later)))
                        .orTimeout(LONG.toSeconds(), SECONDS)
                        .join());
        assertThat(together).isEqualTo(6);
        assertThat(bookings).allMatch(WithBookings::isErased);
    }

    @Test
    void areErasedHoweverManyThereAre() {
        List<Casefile> bookings = Stream.generate(this::closed).limit(201).toList();
        Later.threeYearsPass();
        assertThat(bookings).allMatch(WithBookings::isErased);
    }

    private int eraseSome(int most, Instant later) {
        return bean(CaseRetentionStore.class).eraseSome(Kind.RESERVATION, later, later, most);
    }

    private static void closedBefore(Casefile booking, int days) {
        database()
                .sql("UPDATE casefile SET closed_at = closed_at - make_interval(days => ?) WHERE case_no = ?")
                .params(days, booking.caseNo())
                .update();
    }

    private static List<byte[]> sealed(Casefile booking) {
        return database()
                .sql("""
                        SELECT told FROM casefile WHERE case_no = :case
                        UNION ALL SELECT told FROM case_event WHERE case_no = :case
                        """)
                .paramSource(Map.of("case", booking.caseNo()))
                .query(byte[].class)
                .list();
    }

    /** Of the three services of a booking two are kept as long as this one, the call for three years. */
    private Catalogue catalogue(String retention) throws IOException {
        Path file = folder.resolve("services.yaml");
        Files.writeString(file, """
                services:
                  reservation.made:
                    title: { zh: 办电预约, en: Reservation made }
                    kind: event
                    retention: %1$s
                  reservation.dispatched:
                    title: { zh: 预约派单, en: Reservation dispatched }
                    kind: event
                    retention: %1$s
                """.formatted(retention));
        return Catalogue.read(file, contract -> true);
    }
}
