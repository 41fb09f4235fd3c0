package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.delivery.HeldAnswers;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Remark.Relied;
import org.dianqiao.exchange.Replied;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.vault.Digests;
import org.dianqiao.verification.RelianceStore.Marked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who was given which licence, so that they are told when it is revoked 废止. */
@Component
class Reliances {

    private static final Logger log = LoggerFactory.getLogger(Reliances.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** So many fit into a manifest, whatever ids the asker gives. */
    private static final int MOST_QUESTIONS = 100;

    private final RelianceStore store;
    private final Digests digests;
    private final HeldAnswers held;
    private final Outbox outbox;
    private final Watched<Partners> partners;

    Reliances(RelianceStore store, Digests digests, HeldAnswers held, Outbox outbox, Watched<Partners> partners) {
        this.store = store;
        this.digests = digests;
        this.held = held;
        this.outbox = outbox;
        this.partners = partners;
    }

    /** Put down in the transaction in which the reply is recorded. */
    Replied remembering(Replied replied, Message query, List<Given> given) {
        List<Marked> marked = given.stream()
                .map(each -> new Marked(each, mark(each.name()), mark(each.byNumber()), mark(each.byHolder())))
                .toList();
        return given.isEmpty() ? replied : replied.leaving(entry -> store.add(query, entry, marked));
    }

    /** What was said of the licence is not said again to anybody, and who relied on it is told once. */
    void revoke(Message revoked) {
        JsonNode payload = revoked.payload();
        List<Reliance> taken = store.take(names(revoked).map(this::mark).toList());
        held.forget(taken.stream().map(Reliance::entry).toList());
        Map<String, List<Reliance>> byPartner = taken.stream()
                .filter(each -> each.countsOn(day(payload)))
                .collect(Collectors.groupingBy(Reliance::partner, TreeMap::new, Collectors.toList()));
        byPartner.forEach((partner, relied) -> tell(revoked, partner, relied));
        log.info(
                "{} {} {}: told to {}",
                revoked.sender().id(),
                revoked.service().name(),
                revoked.manifest().id(),
                byPartner.keySet());
    }

    private void tell(Message revoked, String partner, List<Reliance> relied) {
        Optional<Partner> receiver = partners.current()
                .find(partner)
                .filter(found -> found.receives(revoked.service().name()));
        receiver.ifPresentOrElse(
                found -> outbox.pass(revoked, found, questions(relied)),
                () -> outbox.passToNobody(revoked, partner + " 取得过这一证照，但不接收 licence.revoked"));
    }

    private static Relied questions(List<Reliance> relied) {
        return new Relied(relied.stream()
                .limit(MOST_QUESTIONS)
                .map(each -> new Relied.Question(each.messageId(), each.entry()))
                .toList());
    }

    private static LocalDate day(JsonNode payload) {
        return OffsetDateTime.parse(payload.path("at").asText())
                .atZoneSameInstant(CHINA)
                .toLocalDate();
    }

    /** Its number may be said too. */
    private static Stream<LicenceName> names(Message revoked) {
        JsonNode payload = revoked.payload();
        String identifier = payload.path("identifier").asText();
        String type = LicenceIdentifier.of(identifier).type().text();
        Stream<LicenceName> byNumber = payload.has("number")
                ? Stream.of(LicenceName.number(
                        revoked.sender().id(), type, payload.path("number").asText()))
                : Stream.empty();
        return Stream.concat(Stream.of(LicenceName.identifier(identifier)), byNumber);
    }

    private String mark(@Nullable LicenceName name) {
        return name == null ? "" : HexFormat.of().formatHex(digests.of(name.text()));
    }
}
