package org.dianqiao.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianqiao.ledger.StampState.Stamped;
import org.dianqiao.trust.NotAStamp;
import org.dianqiao.trust.Stamp;
import org.springframework.stereotype.Component;

/** The heads' time stamps as somebody sees them who looks after the gateway. */
@Component
public class Stamps {

    private final StampStore store;
    private final StampWatch watch;
    private final StampSettings settings;

    Stamps(StampStore store, StampWatch watch, StampSettings settings) {
        this.store = store;
        this.watch = watch;
        this.settings = settings;
    }

    public StampState state() {
        List<String> troubles = new ArrayList<>(watch.troubles());
        Optional<Stamped> newest = store.newestStamped().flatMap(head -> read(head, troubles));
        return new StampState(
                !settings.authorities().isEmpty(),
                newest.orElse(null),
                store.waitingSince().orElse(null),
                List.copyOf(troubles));
    }

    private static Optional<Stamped> read(TreeHead head, List<String> troubles) {
        try {
            Stamp stamp = Stamp.read(Base64.getDecoder().decode(Objects.requireNonNull(head.timestamp())));
            return Optional.of(new Stamped(head, stamp.time(), stamp.authority().subject()));
        } catch (NotAStamp e) {
            troubles.add("the stamp of the head of %d entries: %s".formatted(head.size(), e.getMessage()));
            return Optional.empty();
        }
    }
}
