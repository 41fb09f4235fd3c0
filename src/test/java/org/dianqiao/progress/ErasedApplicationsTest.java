package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Plots;
import org.dianqiao.casework.Later;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** Applications whose time is over: what happened can still be looked up, who wanted it and why no more. */
class ErasedApplicationsTest extends WithApplications {

    @Test
    void areLookedUpWithWhatHappenedInThem() {
        ObjectNode application = ended();
        JsonNode before = lookup(application);
        Later.threeYearsPass();
        JsonNode after = lookup(application);
        assertThat(bean(Contracts.class).violations("progress.lookup.reply", after))
                .isEmpty();
        assertThat(after.has("erasedAt")).isTrue();
        for (String kept : List.of("no", "at", "claimed", "what", "about", "by", "entry")) {
            assertThat(texts(after.path("timeline"), kept)).as(kept).isEqualTo(texts(before.path("timeline"), kept));
        }
        assertThat(after.path("deadlines")).isEqualTo(before.path("deadlines"));
        assertThat(findings(after))
                .containsExactlyInAnyOrderElementsOf(findings(before))
                .contains("claimed-before-received");
        assertThat(before.toString()).contains("线路走廊未定");
        assertThat(after.toString()).doesNotContain("线路走廊未定");
    }

    @Test
    void sayInASentenceWhatIsLeftOfEachEvent() {
        ObjectNode application = ended();
        Later.threeYearsPass();
        assertThat(texts(lookup(application).path("timeline"), "sentence"))
                .contains("用电申请已转送供电企业。", SUPPLIER + "报送：“供电方案答复”。", CHANNEL + "报送用电申请。");
    }

    @Test
    void takeNothingMore() {
        ObjectNode application = ended();
        Later.threeYearsPass();
        assertViolated(
                event(SUPPLIER, "progress.reported", report(application, "connected", "finished"))
                        .sealed(),
                "/applicationNo");
        assertViolated(event(CHANNEL, "supply.applied", application).sealed(), "/applicationNo");
        assertThat(lookup(application).path("timeline")).hasSize(5);
    }

    @Test
    void areBookingsToo() {
        supplier();
        ObjectNode booking = Plots.object()
                .put("reservationNo", freshNumber())
                .put("channel", "phone")
                .put("at", ago(Duration.ZERO));
        accepted(post(event(SUPPLIER, "reservation.made", booking)));
        accepted(post(event(SUPPLIER, "reservation.dispatched", booking)));
        Later.threeYearsPass();
        assertViolated(event(SUPPLIER, "reservation.made", booking).sealed(), "/reservationNo");
        assertViolated(event(SUPPLIER, "reservation.contacted", booking).sealed(), "/reservationNo");
    }

    /** A pause, a stage told two days late, and then it is put away. */
    private static ObjectNode ended() {
        ObjectNode application = applied(highVoltage());
        tell(report(application, "scheme-answered", "paused").put("reason", "线路走廊未定"));
        tell(report(application, "scheme-answered", "finished").put("at", ago(Duration.ofDays(2))));
        tell(application, "archived", "finished");
        return application;
    }
}
