package org.dianqiao.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Entry;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partners;
import org.dianqiao.policy.Term;
import org.dianqiao.policy.Warnings.Warning;
import org.springframework.stereotype.Component;

/** Warnings 预警 on their way to those whom the pack names: each partner gets one letter, whatever they are told as. */
@Component
class WarningLetters {

    static final String WARNED = "deadline.warned";

    private final Outbox outbox;
    private final Watched<Partners> partners;

    WarningLetters(Outbox outbox, Watched<Partners> partners) {
        this.outbox = outbox;
        this.partners = partners;
    }

    /** What the timeline says of it. Where there is nobody to tell, an operator knows, and the ledger. */
    List<Event> send(Casefile file, Deadline deadline, Warning warning, Timing timing, Instant now) {
        ObjectNode what = letter(file, deadline, warning, timing, now);
        List<Event> events = new ArrayList<>();
        receivers(file, deadline, warning).forEach((partner, told) -> {
            String message = outbox.say(WARNED, partner, file.thread(), bytes(addressed(what, told)));
            events.add(Event.sent(
                    now, "warned", deadline.about(), message, noted(warning).put("told", partner.id())));
        });
        if (events.isEmpty()) {
            String entry = outbox.recordForNobody(
                    WARNED,
                    file.thread(),
                    bytes(addressed(what, warning.told())),
                    "没有单位接收案件 " + file.caseNo() + " 的期限预警");
            events.add(Event.concluded(now, "warned", deadline.about(), entry, noted(warning)));
        }
        return events;
    }

    /** `told`: as whom its receiver is told. */
    private static ObjectNode addressed(ObjectNode what, List<Term> told) {
        ObjectNode letter = what.deepCopy();
        ArrayNode whom = letter.putArray("told");
        told.forEach(term -> whom.addObject()
                .put("code", term.code())
                .put("name", term.name().zh()));
        return letter;
    }

    private static ObjectNode noted(Warning warning) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("colour", warning.colour().written());
    }

    private static ObjectNode letter(Casefile file, Deadline deadline, Warning warning, Timing timing, Instant now) {
        ObjectNode letter = JsonNodeFactory.instance
                .objectNode()
                .put("caseNo", file.caseNo())
                .put("kind", file.kind().written())
                .put("number", file.number())
                .put("about", deadline.about())
                .put("title", deadline.title().zh())
                .put("colour", warning.colour().written())
                .put("responsible", deadline.responsible())
                .put("rule", deadline.rule());
        ObjectNode limit = letter.putObject("limit")
                .put("value", deadline.limit().value())
                .put("unit", deadline.limit().unit().name());
        if (timing.day() != null) {
            limit.put("due", timing.day().toString());
        }
        return letter.put("at", Entry.time(now));
    }

    private Map<Partner, List<Term>> receivers(Casefile file, Deadline deadline, Warning warning) {
        Map<Partner, List<Term>> receivers = new LinkedHashMap<>();
        warning.told().forEach(term -> receiver(term, file, deadline).ifPresent(partner -> receivers
                .computeIfAbsent(partner, any -> new ArrayList<>())
                .add(term)));
        return receivers;
    }

    private Optional<Partner> receiver(Term told, Casefile file, Deadline deadline) {
        return switch (told.code()) {
            case "city-company" -> utilities(file).reduce((wider, nearer) -> nearer);
            case "province-company-leader" -> utilities(file).findFirst();
            case "supervisor" -> receivers(file, Kind.SUPERVISOR).reduce((wider, nearer) -> nearer);
            default -> partners.current().find(deadline.responsible()).filter(partner -> partner.receives(WARNED));
        };
    }

    /** Of the trade of the case's own; as everywhere, one that names no trade supplies power. */
    private Stream<Partner> utilities(Casefile file) {
        String trade = Optional.ofNullable(file.utility())
                .flatMap(partners.current()::find)
                .map(Sisters::trade)
                .orElse(Sisters.POWER);
        return receivers(file, Kind.UTILITY)
                .filter(partner -> Sisters.trade(partner).equals(trade));
    }

    /** Those of the widest district first. */
    private Stream<Partner> receivers(Casefile file, Kind kind) {
        return partners.current()
                .receivers(WARNED, file.regionCode())
                .filter(partner -> partner.kind() == kind)
                .sorted(Comparator.comparingInt(partner -> partner.region().depth()));
    }

    private static byte[] bytes(ObjectNode letter) {
        return letter.toString().getBytes(StandardCharsets.UTF_8);
    }
}
