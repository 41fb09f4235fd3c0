package org.dianqiao.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.delivery.DeliveryStore.Fresh;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Remark;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.dianqiao.trust.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * What must be sent because of a message, put down in that message's own transaction. It is signed here, once: every
 * attempt sends these bytes.
 */
public class Outbox {

    private static final String NO_RECEIVER = "no-receiver";

    private final String ourId;
    private final SigningKey key;
    private final Catalogue catalogue;
    private final DeliveryParts parts;
    private final DeliveryStore deliveries;
    private final DeadLetterStore deadLetters;
    private final LedgerStore ledger;
    private final Dispatcher dispatcher;
    private final Clock clock;

    public Outbox(
            String ourId,
            SigningKey key,
            Catalogue catalogue,
            DeliveryParts parts,
            DeliveryStore deliveries,
            DeadLetterStore deadLetters,
            LedgerStore ledger,
            Dispatcher dispatcher,
            Clock clock) {
        this.ourId = ourId;
        this.key = key;
        this.catalogue = catalogue;
        this.parts = parts;
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Says something of our own to a partner. The id of the message. */
    public String say(String service, Partner to, @Nullable String caseId, byte[] json) {
        return say(service, to, caseId, json, List.of());
    }

    public String say(String service, Partner to, @Nullable String caseId, byte[] json, List<Enclosed> enclosed) {
        Part payload = Part.of("payload", "application/json", json);
        Delivery delivery = delivery(Missive.own(service, caseId, payload, enclosed), to.id());
        List<Kept> kept = kept(delivery, payload, json, enclosed);
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
            Delivery delivery = delivery(
                    Missive.own(service, caseId, payload, enclosed), letter.to().id());
            kept.add(kept(delivery, payload, letter.json(), enclosed));
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

    private List<Kept> kept(Delivery delivery, Part payload, byte[] json, List<Enclosed> enclosed) {
        List<Kept> kept = new ArrayList<>(List.of(Kept.of(delivery.partsOf(), 0, payload, json)));
        kept.addAll(parts.keep(delivery, enclosed));
        return kept;
    }

    /** Passes a message on, unchanged, with the sender's own signed words beside ours. */
    public String pass(Message message, Partner to) {
        return pass(message, to, message.manifest().caseId());
    }

    /** `caseId`: what the message belongs to, where its sender did not say it. */
    public String pass(Message message, Partner to, @Nullable String caseId) {
        return pass(message, to, Missive.of(message, caseId));
    }

    /** `remark`: what we say with it. */
    public String pass(Message message, Partner to, Remark remark) {
        return pass(message, to, message.manifest().caseId(), remark);
    }

    public String pass(Message message, Partner to, @Nullable String caseId, Remark remark) {
        return pass(message, to, Missive.of(message, caseId).with(remark));
    }

    private String pass(Message message, Partner to, Missive missive) {
        Delivery delivery = delivery(missive, to.id());
        Departure departure = Departure.atOnceIfPossible(dispatcher, to.id());
        departure.of(deliveries.add(delivery, departure.lease()), Kept.of(message));
        return delivery.messageId();
    }

    /** There is nobody who would receive it: an operator must know. */
    public void passToNobody(Message message, String problem) {
        deadLetters.add(delivery(Missive.of(message), null), null, clock.instant(), NO_RECEIVER, problem);
    }

    /** Puts a query to a partner. It is not queued: its answer is waited for. */
    Delivery ask(Message query, Partner to) {
        return signed(Kind.QUERY, Missive.of(query), to.id());
    }

    /** There is nobody to say it to: an operator must know. */
    public void sayToNobody(String service, @Nullable String caseId, byte[] json, String problem) {
        sayToNobody(service, caseId, json, List.of(), problem);
    }

    public void sayToNobody(
            String service, @Nullable String caseId, byte[] json, List<Enclosed> enclosed, String problem) {
        Part payload = Part.of("payload", "application/json", json);
        Delivery delivery = delivery(Missive.own(service, caseId, payload, enclosed), null);
        parts.keep(delivery, payload, json);
        parts.keep(delivery, enclosed);
        deadLetters.add(delivery, null, clock.instant(), NO_RECEIVER, problem);
    }

    /**
     * There is nobody to say it to, and no message that brought it about proves that it was to be said: so it is written
     * to ourselves, and the ledger has it as one that reached nobody. The entry.
     */
    public String recordForNobody(String service, @Nullable String caseId, byte[] json, String problem) {
        Part payload = Part.of("payload", "application/json", json);
        Delivery note = delivery(Missive.own(service, caseId, payload, List.of()), ourId);
        Entry end = note.ended(Kind.EVENT, clock.instant(), "expired", null, null);
        parts.keep(note, payload, json);
        deadLetters.add(note.toNobody(), end.id(), end.at(), NO_RECEIVER, problem);
        ledger.append(end);
        return end.id();
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
        enqueue(delivery(Missive.of(dead, said), to.id()));
    }

    private void enqueue(Delivery delivery) {
        Departure.fromQueue(dispatcher, delivery.partner());
        deliveries.add(delivery, null);
    }

    private Delivery delivery(Missive missive, @Nullable String to) {
        return signed(Kind.EVENT, missive, to);
    }

    private Delivery signed(Kind kind, Missive missive, @Nullable String to) {
        Instant now = clock.instant();
        String id = EntryId.at(now);
        byte[] manifest = manifest(id, kind, missive, to, now).toBytes(missive.remark());
        return new Delivery(
                0,
                to == null ? DeadLetters.NOBODY : to,
                id,
                missive.service(),
                missive.caseId(),
                new Signed(manifest, key.seal(manifest)),
                missive.partsOf() == null ? id : missive.partsOf(),
                missive.origin(),
                now,
                now.plus(expiry(missive.service())),
                0);
    }

    private Manifest manifest(String id, Kind kind, Missive missive, @Nullable String to, Instant now) {
        return new Manifest(
                id,
                kind,
                missive.service(),
                ourId,
                to,
                now,
                missive.caseId(),
                null,
                missive.purpose(),
                missive.attested(),
                missive.parts().stream().map(Part::sent).toList());
    }

    private Duration expiry(String service) {
        return catalogue.find(service).map(Service::expiry).orElseThrow();
    }
}
