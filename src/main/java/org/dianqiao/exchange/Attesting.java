package org.dianqiao.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.Spoken.Words;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm3;

/**
 * Writes down what partners say in their dialects, and signs that they said it.
 *
 * <p>A dialect has no ids that are unique for ever. The same words are the same event, however often a partner repeats
 * them because an answer was lost: so an event's id is made from its words. A question may be asked again.
 */
public final class Attesting {

    private static final int LENGTH_OF_ID = 40;

    private final SigningKey key;
    private final Catalogue catalogue;
    private final Clock clock;

    public Attesting(SigningKey key, Catalogue catalogue, Clock clock) {
        this.key = key;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A message that the partner could have sent, but for the signature. */
    public Attested attest(Spoken told) {
        Spoken spoken = told.sayable();
        List<Said> said = spoken.said();
        byte[] manifest = manifest(spoken, said.stream().map(Said::part).toList());
        return new Attested(
                Manifests.read(manifest),
                new Signed(manifest, key.seal(manifest)),
                said.stream().map(Said::content).toList(),
                spoken.fault(),
                spoken.service(),
                spoken.place() != null);
    }

    /** A question that follows from one that a partner has put: in its name, for its purpose and case, covered by its grant. */
    Attested further(Message question, String service, byte[] payload) {
        String asked = question.service().name();
        Said said = Said.named("payload", "application/json", payload);
        byte[] manifest = new Manifest(
                        EntryId.at(clock.instant()),
                        Kind.QUERY,
                        service,
                        question.sender().id(),
                        null,
                        clock.instant(),
                        question.manifest().caseId(),
                        null,
                        question.manifest().purpose(),
                        new Attestation(question.sender().id(), asked),
                        List.of(said.part()))
                .toBytes(new Remark.Drawn(asked, question.manifest().id()));
        return new Attested(
                Manifests.read(manifest),
                new Signed(manifest, key.seal(manifest)),
                List.of(said.content()),
                null,
                asked,
                false);
    }

    private byte[] manifest(Spoken spoken, List<Part> parts) {
        boolean query = isQuery(spoken.service());
        Words words = spoken.words();
        String fresh = EntryId.at(clock.instant());
        return new Manifest(
                        words == null || query ? fresh : idOf(spoken, words),
                        query ? Kind.QUERY : Kind.EVENT,
                        spoken.service(),
                        spoken.by().id(),
                        null,
                        clock.instant(),
                        words == null ? null : words.caseId(),
                        null,
                        words == null ? null : words.purpose(),
                        new Attestation(spoken.by().id(), spoken.means()),
                        parts)
                .toBytes();
    }

    /**
     * What a partner answered that does not sign.
     *
     * @param question our message, which it answers
     */
    public Signed attest(Manifest question, Attestation attestation, Kind kind, List<Part> parts) {
        byte[] manifest = new Manifest(
                        EntryId.at(clock.instant()),
                        kind,
                        question.service(),
                        attestation.of(),
                        question.from(),
                        clock.instant(),
                        question.caseId(),
                        question.id(),
                        null,
                        attestation,
                        parts)
                .toBytes();
        return new Signed(manifest, key.seal(manifest));
    }

    private boolean isQuery(String service) {
        return catalogue
                .find(service)
                .filter(found -> found.kind() == Service.Kind.QUERY)
                .isPresent();
    }

    private static String idOf(Spoken spoken, Words words) {
        String place = spoken.place() == null ? "" : spoken.place() + "\n";
        byte[] head = (spoken.service() + "\n" + words.caseId() + "\n" + place).getBytes(StandardCharsets.UTF_8);
        byte[] payload = words.payload();
        Sm3 digest = Sm3.running().update(head, 0, head.length).update(payload, 0, payload.length);
        return Sm3.hex(digest.digest()).substring(0, LENGTH_OF_ID);
    }
}
