package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Finding;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.progress.SupervisionStore.Asked;
import org.dianqiao.progress.SupervisionStore.Extent;
import org.dianqiao.progress.SupervisionStore.Figures;
import org.dianqiao.progress.SupervisionStore.Punctual;
import org.springframework.stereotype.Component;

/** What the route of reports calls: `routes/services/supervision.report.camel.yaml`. */
@Component
public class SupervisionSteps {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DAY = 10;

    private final SupervisionStore store;
    private final Clock clock;

    SupervisionSteps(SupervisionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Replied report(@Body Message query) {
        if (query.sender().kind() != Kind.SUPERVISOR) {
            throw new Refused(Code.NOT_PERMITTED, "只有监管单位可以查询监管统计。");
        }
        Region region = region(query);
        Asked asked = new Asked(from(query.payload()), until(query.payload()), begin(region));
        if (!asked.from().isBefore(asked.until())) {
            throw Refused.violating("/to", "应晚于 from");
        }
        ObjectNode report = JSON.objectNode();
        report.set("from", query.payload().path("from"));
        report.set("to", query.payload().path("to"));
        report.put("regionCode", region.text());
        return Replied.json(count(asked, report));
    }

    /** Where none is asked about, the supervisor's own. */
    private static Region region(Message query) {
        String asked = query.payload().path("regionCode").asText("");
        return asked.isEmpty() ? query.sender().region() : Region.of(asked);
    }

    private static String begin(Region region) {
        return region.text().substring(0, region.depth() * 2);
    }

    private static Instant from(JsonNode question) {
        String from = question.path("from").asText();
        return from.length() > DAY
                ? OffsetDateTime.parse(from).toInstant()
                : WorkingDays.startOf(LocalDate.parse(from));
    }

    /** The last day is in it. */
    private static Instant until(JsonNode question) {
        String to = question.path("to").asText();
        return to.length() > DAY
                ? OffsetDateTime.parse(to).toInstant()
                : WorkingDays.startOf(LocalDate.parse(to).plusDays(1));
    }

    private ObjectNode count(Asked asked, ObjectNode report) {
        ObjectNode cases = report.putObject("cases");
        store.counts(asked).forEach(each -> cases.putObject(each.kind())
                .put("count", each.all())
                .put("open", each.open())
                .put("attested", each.attested()));
        ArrayNode times = report.putArray("times");
        store.times(asked).forEach(each -> {
            ObjectNode time = times.addObject()
                    .put("customerClass", each.customerClass())
                    .put("stage", each.stage())
                    .put("count", each.count());
            time.set("workingDays", figures(each.workingDays()));
            time.set("hours", figures(each.hours()));
        });
        ArrayNode classes = report.putArray("classes");
        store.extents(asked).forEach(each -> classes.add(extent(each)));
        report.set("inTime", punctual(store.punctual(asked, clock.instant())));
        report.set("findings", findings(store.findings(asked)));
        return report;
    }

    private static ObjectNode extent(Extent extent) {
        return JSON.objectNode()
                .put("customerClass", extent.customerClass())
                .put("cases", extent.cases())
                .put("connected", extent.connected())
                .put("endedWithoutPower", extent.ended())
                .put("materials", rounded(extent.documents()))
                .put("links", rounded(extent.links()));
    }

    /** All together, and by whose time it was. */
    private static ObjectNode punctual(List<Punctual> counted) {
        long inTime = counted.stream().mapToLong(Punctual::inTime).sum();
        long late = counted.stream().mapToLong(Punctual::late).sum();
        ObjectNode told = share(inTime, late);
        ArrayNode by = told.putArray("by");
        counted.forEach(each -> by.add(JSON.objectNode()
                .put("side", each.side())
                .put("about", each.about())
                .setAll(share(each.inTime(), each.late()))));
        return told;
    }

    private static ObjectNode share(long inTime, long late) {
        ObjectNode share = JSON.objectNode().put("inTime", inTime).put("late", late);
        return inTime + late == 0 ? share : share.put("share", rounded(1.0 * inTime / (inTime + late)));
    }

    private static ObjectNode findings(Map<String, Long> counted) {
        ObjectNode told = JSON.objectNode();
        for (Finding.Kind kind : Finding.Kind.values()) {
            told.put(kind.written(), counted.getOrDefault(kind.written(), 0L));
        }
        return told;
    }

    private static ObjectNode figures(Figures figures) {
        return JSON.objectNode().put("mean", rounded(figures.mean())).put("p90", rounded(figures.ninth()));
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
