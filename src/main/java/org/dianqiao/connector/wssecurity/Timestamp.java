package org.dianqiao.connector.wssecurity;

import static org.dianqiao.connector.wssecurity.Unproven.because;
import static org.dianqiao.connector.wssecurity.Unproven.is;
import static org.dianqiao.connector.wssecurity.Unproven.unless;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.w3c.dom.Element;

/** From when to when a message is good, as its sender says. */
record Timestamp(Instant created, Instant expires) {

    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z";

    static Timestamp of(Element timestamp) {
        List<Element> times = SoapEnvelope.children(timestamp);
        unless(
                times.size() == 2 && is(times.get(0), Names.WSU, "Created") && is(times.get(1), Names.WSU, "Expires"),
                "Timestamp 中应依次为 Created 和 Expires");
        return new Timestamp(time(times.get(0)), time(times.get(1)));
    }

    private static Instant time(Element element) {
        String text = element.getTextContent();
        unless(text.matches(TIME), "Created 和 Expires 应为 UTC 时间");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw because("没有这个时间");
        }
    }

    /** Asked last: how our clock stands is told to those whose signature holds. */
    void mustBeFresh(Instant now, Duration window) {
        boolean early = created.isAfter(now.plus(window));
        boolean late = created.isBefore(now.minus(window)) || !expires.isAfter(now);
        if (early || late || !expires.isAfter(created)) {
            throw new Refused(
                    Code.STALE,
                    "WS-Security：Timestamp 与本系统时间相差 %d 秒，须在 %d 秒以内且未过 Expires，请校准时钟后重新签名发送。"
                            .formatted(Duration.between(created, now).abs().toSeconds(), window.toSeconds()));
        }
    }
}
