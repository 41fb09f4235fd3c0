package org.dianqiao.exchange;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What was refused at a door and stands in no ledger: nobody is proven to have sent it, or anybody could fill the ledger.
 * It is counted by door, partner and reason, of each of which there are few, whatever strangers send.
 */
@Component
public class TurnedAway {

    /** In whose name it came, where that is nobody of ours. */
    public static final String UNKNOWN = "unknown";

    private static final String NAME = "dianqiao.refused";

    private final MeterRegistry meters;

    public TurnedAway(MeterRegistry meters) {
        this.meters = meters;
    }

    public enum Door {
        EXCHANGE,
        CONNECT,
        UPLOADS
    }

    /** `partner`: in whose name it came, the id of one that is registered, or UNKNOWN. */
    public void count(Door door, String partner, Code code) {
        Counter.builder(NAME)
                .description("refused at the door, unsigned and not in the ledger")
                .tag("door", door.name().toLowerCase(Locale.ROOT))
                .tag("partner", partner)
                .tag("code", code.word())
                .register(meters)
                .increment();
    }
}
