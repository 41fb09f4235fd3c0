package org.dianqiao.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.casework.Casefile.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Bookings of the story's builder, about which a message of the same thread may have come. */
abstract class WithBookings extends AtTheDoor {

    final Cases cases = bean(Cases.class);
    final TransactionTemplate transaction = bean(TransactionTemplate.class);
    final String thread = Plots.freshCode();

    final Casefile opened() {
        return opened(null);
    }

    final Casefile opened(@Nullable String entry) {
        Instant now = CLOCK.instant();
        ObjectNode told = Plots.object().put("customer", "河南中原置业有限公司");
        Casefile booking =
                cases.begin(Kind.RESERVATION, GRID, Plots.freshCode(), "410105", GRID, thread, null, "made", now, told);
        transaction.executeWithoutResult(status -> {
            cases.open(booking, List.of(), List.of());
            cases.note(
                    booking,
                    new Event(now, now.minusSeconds(60), "made", null, GRID, entry, null, told),
                    Event.sent(now, "warned", "reservation.contacted", "m-" + booking.caseNo(), told));
        });
        return booking;
    }

    final Casefile closed() {
        return closed(null);
    }

    final Casefile closed(@Nullable String entry) {
        Casefile booking = opened(entry);
        cases.save(booking.in("contacted", false));
        return booking;
    }

    static boolean isErased(Casefile booking) {
        return bean(Cases.class).find(booking.caseNo()).orElseThrow().erasedAt() != null;
    }
}
