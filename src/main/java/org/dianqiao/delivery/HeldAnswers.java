package org.dianqiao.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dianqiao.delivery.HeldAnswerStore.Place;
import org.dianqiao.exchange.HeldAnswer;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Replied;
import org.dianqiao.exchange.Said;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.springframework.stereotype.Component;

/**
 * What providers said before, for when they are silent: only to who got it, in answer to the same question, of services
 * that allow it, and marked with its age. Who takes it for fresh would be deceived.
 */
@Component
public class HeldAnswers {

    private final HeldAnswerStore store;
    private final LedgerStore ledger;
    private final KeptPartStore parts;

    HeldAnswers(HeldAnswerStore store, LedgerStore ledger, KeptPartStore parts) {
        this.store = store;
        this.ledger = ledger;
        this.parts = parts;
    }

    /** It is kept when it is recorded, if it ever is. `asked`: our question, with their answer. */
    Replied keeping(Replied replied, Message query, Entry asked) {
        return query.service().held() == null ? replied : replied.leaving(entry -> store.keep(query, asked, entry));
    }

    /** `expired`: our question, to which they said nothing. */
    Optional<Replied> instead(Message query, Entry expired) {
        Duration held = query.service().held();
        return held == null
                ? Optional.empty()
                : store.find(query, expired.partner(), expired.at().minus(held))
                        .flatMap(place -> again(place, expired));
    }

    /** Nobody is given again what stands in these replies. */
    public void forget(Collection<String> entries) {
        store.forget(entries);
    }

    private Optional<Replied> again(Place place, Entry expired) {
        Manifest reply = Manifests.read(answer(place.entry()).manifest());
        Duration age = Duration.between(place.at(), expired.at());
        HeldAnswer held =
                new HeldAnswer(place.at(), age, place.entry(), place.askedEntry(), answer(place.askedEntry()));
        List<Said> kept = kept(place.entry(), reply.parts());
        return kept.size() < reply.parts().size()
                ? Optional.empty()
                : Optional.of(Replied.again(kept.get(0), expired, reply.attested(), held)
                        .enclosing(kept.subList(1, kept.size())));
    }

    /** Those that are not erased. */
    private List<Said> kept(String entry, List<Part> said) {
        return IntStream.range(0, said.size())
                .mapToObj(
                        i -> parts.find(entry, Role.ANSWER, i, said.get(i)).map(found -> new Said(said.get(i), found)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Both entries were recorded with their answers, in one transaction with the place. */
    private Signed answer(String entry) {
        return ledger.find(entry).map(Entry::answer).orElseThrow();
    }
}
