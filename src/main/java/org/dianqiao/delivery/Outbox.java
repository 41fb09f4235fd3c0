package org.dianqiao.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.delivery.DeliveryStore.Fresh;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.dianqiao.trust.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * What must be sent because of a message, put down in that message's own transaction. It is signed here, once: every
 * attempt sends these bytes.
 */
public class Outbox {

    private final String ourId;
    private final SigningKey key;
    private final Catalogue catalogue;
    private final DeliveryParts parts;
    private final DeliveryStore deliveries;
    private final DeadLetterStore deadLetters;
    private final Dispatcher dispatcher;
    private final Clock clock;

    public Outbox(
            String ourId,
            SigningKey key,
            Catalogue catalogue,
            DeliveryParts parts,
            DeliveryStore deliveries,
            DeadLetterStore deadLetters,
            Dispatcher dispatcher,
            Clock clock) {
        this.ourId = ourId;
        this.key = key;
        this.catalogue = catalogue;
        this.parts = parts;
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Says something of our own to a partner. The id of the message. */
    public String say(String service, Partner to, @Nullable String caseId, byte[] json) {
        return say(service, to, caseId, json, List.of());
    }

    public String say(String service, Partner to, @Nullable String caseId, byte[] json, List<Enclosed> enclosed) {
        Part payload = Part.of("payload", "application/json", json);
        Delivery delivery = delivery(service, to.id(), caseId, null, named(payload, enclosed), null, null);
        List<Kept> kept = new ArrayList<>(List.of(Kept.of(delivery.partsOf(), 0, payload, json)));
        kept.addAll(parts.keep(delivery, enclosed));
        Departure departure = Departure.atOnceIfPossible(dispatcher, to.id());
        departure.of(deliveries.add(delivery, payload, json, departure.lease()), kept);
        return delivery.messageId();
    }

    /** What one partner is told of something that several are told. */
    public record Letter(Partner to, byte[] json) {}

    /** Says something to several partners in one word with the database. The ids of the messages, in their order. */
    public List<String> sayEach(
            String service, @Nullable String caseId, List<Letter> letters, List<Enclosed> enclosed) {
        if (letters.isEmpty()) {
            return List.of();
        }
        List<Departure> departures = new ArrayList<>();
        List<Fresh> fresh = new ArrayList<>();
        List<List<Kept>> kept = new ArrayList<>();
        Set<String> served = new HashSet<>();
        for (Letter letter : letters) {
            Part payload = Part.of("payload", "application/json", letter.json());
            Delivery delivery = delivery(service, letter.to().id(), caseId, null, named(payload, enclosed), null, null);
            List<Kept> parts = new ArrayList<>(List.of(Kept.of(delivery.partsOf(), 0, payload, letter.json())));
            parts.addAll(this.parts.keep(delivery, enclosed));
            kept.add(parts);
            Departure departure =
                    Departure.atOnceIfPossible(dispatcher, letter.to().id());
            departures.add(departure);
            boolean first = served.add(letter.to().id());
            fresh.add(new Fresh(delivery, payload, letter.json(), first ? departure.lease() : null));
        }
        List<Delivery> put = deliveries.addEach(fresh);
        for (int i = 0; i < put.size(); i++) {
            departures.get(i).of(put.get(i), kept.get(i));
        }
        return put.stream().map(Delivery::messageId).toList();
    }

    private static List<Part> named(Part payload, List<Enclosed> enclosed) {
        return Stream.concat(Stream.of(payload), enclosed.stream().map(Enclosed::part))
                .toList();
    }

    /** Passes a message on, unchanged, with the sender's own signed words beside ours. */
    public String pass(Message message, Partner to) {
        return pass(message, to, message.manifest().caseId());
    }

    /** `caseId`: what the message belongs to, where its sender did not say it. */
    public String pass(Message message, Partner to, @Nullable String caseId) {
        Manifest said = message.manifest();
        Delivery delivery = delivery(
                said.service(), to.id(), caseId, said.purpose(), said.parts(), message.entry(), message.signed());
        Departure departure = Departure.atOnceIfPossible(dispatcher, to.id());
        departure.of(deliveries.add(delivery, departure.lease()), Kept.of(message));
        return delivery.messageId();
    }

    /** There is nobody who would receive it: an operator must know. */
    public void passToNobody(Message message, String problem) {
        Manifest said = message.manifest();
        deadLetters.add(
                delivery(
                        said.service(),
                        null,
                        said.caseId(),
                        said.purpose(),
                        said.parts(),
                        message.entry(),
                        message.signed()),
                null,
                clock.instant(),
                "no-receiver",
                problem);
    }

    /** Puts a query to a partner. It is not queued: its answer is waited for. */
    Delivery ask(Message query, Partner to) {
        Manifest asked = query.manifest();
        return signed(
                Kind.QUERY,
                asked.service(),
                to.id(),
                asked.caseId(),
                asked.purpose(),
                asked.parts(),
                query.entry(),
                query.signed());
    }

    /** There is nobody to say it to: an operator must know. */
    public void sayToNobody(String service, @Nullable String caseId, byte[] json, String problem) {
        sayToNobody(service, caseId, json, List.of(), problem);
    }

    public void sayToNobody(
            String service, @Nullable String caseId, byte[] json, List<Enclosed> enclosed, String problem) {
        Part payload = Part.of("payload", "application/json", json);
        Delivery delivery = delivery(service, null, caseId, null, named(payload, enclosed), null, null);
        parts.keep(delivery, payload, json);
        parts.keep(delivery, enclosed);
        deadLetters.add(delivery, null, clock.instant(), "no-receiver", problem);
    }

    /** The same bytes once more. */
    void repeat(Delivery dead) {
        Instant now = clock.instant();
        enqueue(new Delivery(
                0,
                dead.partner(),
                dead.messageId(),
                dead.service(),
                dead.caseId(),
                dead.message(),
                dead.partsOf(),
                dead.origin(),
                now,
                now.plus(expiry(dead.service())),
                0));
    }

    /** The same parts to another partner, in a message of its own. */
    void redirect(Delivery dead, Manifest said, Partner to) {
        enqueue(delivery(
                dead.service(), to.id(), dead.caseId(), said.purpose(), said.parts(), dead.partsOf(), dead.origin()));
    }

    private void enqueue(Delivery delivery) {
        Departure.fromQueue(dispatcher, delivery.partner());
        deliveries.add(delivery, null);
    }

    private Delivery delivery(
            String service,
            @Nullable String to,
            @Nullable String caseId,
            @Nullable String purpose,
            List<Part> parts,
            @Nullable String partsOf,
            @Nullable Signed origin) {
        return signed(Kind.EVENT, service, to, caseId, purpose, parts, partsOf, origin);
    }

    private Delivery signed(
            Kind kind,
            String service,
            @Nullable String to,
            @Nullable String caseId,
            @Nullable String purpose,
            List<Part> parts,
            @Nullable String partsOf,
            @Nullable Signed origin) {
        Instant now = clock.instant();
        String id = EntryId.at(now);
        List<Part> sent = parts.stream().map(Part::sent).toList();
        byte[] manifest = new Manifest(id, kind, service, ourId, to, now, caseId, null, purpose, sent).toBytes();
        Signed signed = new Signed(manifest, key.seal(manifest));
        return new Delivery(
                0,
                to == null ? DeadLetters.NOBODY : to,
                id,
                service,
                caseId,
                signed,
                partsOf == null ? id : partsOf,
                origin,
                now,
                now.plus(expiry(service)),
                0);
    }

    private Duration expiry(String service) {
        return catalogue.find(service).map(Service::expiry).orElseThrow();
    }
}
