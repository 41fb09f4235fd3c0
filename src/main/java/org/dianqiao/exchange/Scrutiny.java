package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dianqiao.exchange.Contracts.Violation;

/**
 * What a conversation finds wrong with a payload beyond its form: a division that nobody knows, a paper that is missing.
 * It is asked together with the contract, so that a sender hears of all faults at once; the payload may therefore be of
 * any form.
 */
public interface Scrutiny {

    String service();

    /** `parts`: what the manifest names; the first is the payload. */
    List<Violation> faults(JsonNode payload, List<Part> parts);
}
