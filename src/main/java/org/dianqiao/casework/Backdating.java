package org.dianqiao.casework;

import java.time.Duration;
import java.util.List;
import org.dianqiao.casework.Finding.Kind;
import org.dianqiao.policy.Wording;

/** Claims that lie further before their receipt than the way of a message takes. */
final class Backdating {

    private Backdating() {}

    static List<Finding> in(List<Numbered> events, Duration skew) {
        return events.stream()
                .filter(event -> lateness(event).compareTo(skew) > 0)
                .map(event -> finding(event, skew))
                .toList();
    }

    private static Duration lateness(Numbered event) {
        return Duration.between(event.happened(), event.event().at());
    }

    private static Finding finding(Numbered event, Duration skew) {
        Wording title = event.title();
        Wording late = Spans.said(lateness(event));
        Wording allowed = Spans.said(skew);
        Wording sentence = new Wording(
                "“" + title.zh() + "”称发生于 " + Spans.day(event.happened()) + "，" + late.zh() + "之后才报送，超过允许的"
                        + allowed.zh() + "。",
                "“" + title.en() + "” is said to have happened on " + Spans.day(event.happened()) + " and was told "
                        + late.en() + " later; " + allowed.en() + " are allowed.");
        return new Finding(Kind.CLAIMED_BEFORE_RECEIVED, event.event().about(), sentence, List.of(event.no()));
    }
}
